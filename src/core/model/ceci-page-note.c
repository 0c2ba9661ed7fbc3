// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of CeciPageNote; where its rows come from is its repository's business.

#include "config.h"

#include "ceci-page-note.h"

struct _CeciPageNote {
  CeciRecord parent_instance;

  char *review_id;
  char *document_sha256;
  gint64 page;
  double x;
  double y;
  double width;
  double height;
  char *criterion_id;
  char *text;
};

static const CeciField fields[] = {
    CECI_FIELD_OF_TEXT (CeciPageNote, review_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPageNote, document_sha256, CECI_FIELD_STORED),
    CECI_FIELD_OF_INTEGER (CeciPageNote, page, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciPageNote, x, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciPageNote, y, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciPageNote, width, CECI_FIELD_STORED),
    CECI_FIELD_OF_REAL (CeciPageNote, height, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPageNote, criterion_id, CECI_FIELD_STORED),
    CECI_FIELD_OF_TEXT (CeciPageNote, text, CECI_FIELD_STORED),
};

CECI_DEFINE_RECORD (CeciPageNote, ceci_page_note, "page_note");

CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, const char *, review_id);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, const char *, document_sha256);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, gint64, page);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, double, x);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, double, y);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, double, width);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, double, height);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, const char *, criterion_id);
CECI_DEFINE_GETTER (CeciPageNote, ceci_page_note, const char *, text);
