// SPDX-License-Identifier: GPL-3.0-or-later
// What ceci-render and the programs that start it say to each other; plain C, no library's types.
//
// The two ends of a SOCK_SEQPACKET pair: every packet is one whole structure below, so that nothing is ever parsed.
// The parent sends one request and waits for its reply; whatever is bulky (the document, pixels, text, lists) travels
// beside the packet as one sealed memfd. All numbers are in the machine's order: both ends are one build on one
// machine.
#pragma once

#include <stdint.h>

#define CECI_RENDER_MAGIC 0x49434543u // "CECI"
#define CECI_RENDER_PROTOCOL 2u
#define CECI_RENDER_FD 3 // where ceci-render finds its end of the pair

#define CECI_RENDER_NURSERY "--nursery" // started so, it reads nothing itself and forks a renderer for each document

#define CECI_RENDER_MAX_PIXELS 8388608u                 // a page's, one request
#define CECI_RENDER_MAX_SIDE 32767u                     // cairo's own bound
#define CECI_RENDER_MAX_DOCUMENT (512u * 1024u * 1024u) // bytes
#define CECI_RENDER_MAX_BULK (8u * 1024u * 1024u)       // bytes of text or list in one reply
#define CECI_RENDER_MAX_PAGES 100000u
#define CECI_RENDER_MAX_SIZES 4096u   // page sizes in one reply
#define CECI_RENDER_MAX_REGIONS 4096u // search hits in one reply
#define CECI_RENDER_MAX_POINTS                                                                                         \
  1000000.0 // a page's side; PDF itself stops at 14,400 units of up to 1/72 inch × UserUnit

typedef enum {
  CECI_RENDER_HELLO = 1, // unasked, once: the sandbox is in force
  CECI_RENDER_OPEN,      // fd: the document → n_pages, repaired, detail = title
  CECI_RENDER_SIZES,     // page, count → bulk: CeciRenderSize[count]
  CECI_RENDER_PAGE,      // page, width × height of the whole page turned, x y region_width region_height of it → bulk:
                         // pixels
  CECI_RENDER_TEXT,      // page → bulk: UTF-8
  CECI_RENDER_SEARCH,    // page, query → bulk: CeciRenderRegion[count]
  CECI_RENDER_LINKS,     // reserved for the viewer: page → bulk
  CECI_RENDER_OUTLINE,   // reserved for the viewer: → bulk
  CECI_RENDER_BEGIN,     // of a nursery alone; fd: the other end for a renderer of its own → fd: its pidfd
} CeciRenderKind;

typedef enum {
  CECI_RENDER_OK = 0,
  CECI_RENDER_REFUSED,   // the request makes no sense to the renderer, or it does not know it yet
  CECI_RENDER_ENCRYPTED, // OPEN: a password is needed
  CECI_RENDER_DAMAGED,   // OPEN: it is a PDF, and cannot be read; detail: poppler's reason
  CECI_RENDER_NOT_PDF,   // OPEN
  CECI_RENDER_UNREADABLE // a page: detail: the reason
} CeciRenderStatus;

typedef enum {
  CECI_RENDER_LIMITS = 1 << 0, // memory, CPU, file size, core, descriptors
  CECI_RENDER_NO_NEW_PRIVS = 1 << 1,
  CECI_RENDER_LANDLOCK = 1 << 2,
  CECI_RENDER_SECCOMP = 1 << 3,
  CECI_RENDER_ISOLATED = (1 << 4) - 1
} CeciRenderIsolation;

typedef struct {
  uint32_t magic, version, kind, id;
  uint32_t page, count;
  uint32_t width, height, rotation; // pixels of the whole page after turning; 0, 90, 180, 270
  uint32_t x, y, region_width, region_height;
  uint32_t reserved;
  uint64_t bulk_size; // bytes in the memfd that goes with it; 0: none
  char query[256];    // NUL-terminated UTF-8
} CeciRenderRequest;

typedef struct {
  uint32_t magic, version, kind, id; // kind and id of the request; id 0 for HELLO
  uint32_t status;
  uint32_t n_pages, repaired;       // OPEN
  uint32_t count;                   // of sizes, regions
  uint32_t width, height, stride;   // PAGE: of the region, xRGB in the machine's order, opaque
  uint32_t isolation, landlock_abi; // HELLO
  uint32_t picture;                 // OPEN: it is a PNG or JPEG, shown as one page
  uint64_t bulk_size;
  int64_t made_at;  // OPEN: seconds since 1970 as the document says it was made; 0 if it does not
  char detail[256]; // NUL-terminated
} CeciRenderReply;

typedef struct {
  double width, height; // points, before any turning by the viewer
} CeciRenderSize;

typedef struct {
  double x, y, width, height; // fractions of the page, origin top left
} CeciRenderRegion;
