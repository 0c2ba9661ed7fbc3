// SPDX-License-Identifier: GPL-3.0-or-later
// What a new register starts with: the university's faculties, the certificate's modules, its regulation and scoring
// grid, the office's address. All of it can be changed afterwards.

#include "config.h"

#include "ceci-defaults.h"

#include "ceci-criterion.h"
#include "ceci-faculty.h"
#include "ceci-grid.h"
#include "ceci-module.h"
#include "ceci-regulation-row.h"
#include "ceci-setting-repository.h"
#include "core/regulation/ceci-regulation.h"
#include "core/store/ceci-date.h"

static const struct {
  const char *code, *fr, *en;
} faculties[] = {
    {"PHISOC", "Faculté de Philosophie et Sciences sociales", "Faculty of Philosophy and Social Sciences"},
    {"LTC", "Faculté de Lettres, Traduction et Communication", "Faculty of Letters, Translation and Communication"},
    {"DROIT", "Faculté de Droit et de Criminologie", "Faculty of Law and Criminology"},
    {"SBS", "Solvay Brussels School of Economics and Management", "Solvay Brussels School of Economics and Management"},
    {"PSYCHO", "Faculté des Sciences psychologiques, de l’éducation et de logopédie",
     "Faculty of Psychology, Educational Sciences and Speech Therapy"},
    {"ARCHI", "Faculté d’Architecture La Cambre Horta", "La Cambre Horta Faculty of Architecture"},
    {"SCIENCES", "Faculté des Sciences", "Faculty of Sciences"},
    {"EPB", "École polytechnique de Bruxelles", "Brussels School of Engineering"},
    {"MED", "Faculté de Médecine", "Faculty of Medicine"},
    {"PHARMA", "Faculté de Pharmacie", "Faculty of Pharmacy"},
    {"ESP", "École de santé publique", "School of Public Health"},
    {"FSM", "Faculté des Sciences de la Motricité humaine", "Faculty of Human Movement Sciences"},
    {"IEE", "Institut d’études européennes", "Institute for European Studies"},
};

static const struct {
  const char *title_fr, *title_en, *content_fr, *content_en;
} modules[] = {
    {"Engagement Citoyen", "Civic engagement",
     "Les enjeux de société, ce qui pousse à s’engager et les formes que prend l’engagement.",
     "The issues of society, what moves people to commit themselves, and the forms commitment takes."},
    {"Gestion de Projet", "Project management",
     "Planifier, suivre et évaluer un projet, et trouver du neuf quand un problème se pose.",
     "Planning, following and evaluating a project, and finding new ways when problems arise."},
    {"Fonctionnement d’une Association", "How an association works",
     "Les obligations d’une ASBL, ses finances et leurs sources, susciter l’adhésion, travailler en équipe.",
     "What the law asks of a non-profit association, its finances and their sources, winning support, working as a "
     "team."},
    {"Communication", "Communication", "L’assertivité, la mise en récit et les bases de la communication.",
     "Assertiveness, storytelling and the foundations of communication."},
};

static const struct {
  const char *code, *fr, *en;
  gint64 weight;
  gboolean reflection;
} criteria[] = {
    {"relevance", "Pertinence et étendue des productions", "Relevance and range of outputs", 15, FALSE},
    {"quality", "Qualité et exactitude", "Quality and accuracy", 15, FALSE},
    {"civic", "Action et engagement citoyens", "Civic action and commitment", 15, FALSE},
    {"modules", "Mobilisation des modules", "Use of module learning", 10, FALSE},
    {"reflection", "Profondeur de l’analyse réflexive", "Depth of reflection", 20, TRUE},
    {"learning", "Apprentissages et perspectives", "Learning and next steps", 10, FALSE},
    {"context", "Contexte, diversité, coopération", "Context, diversity, cooperation", 10, FALSE},
    {"communication", "Communication et cohérence", "Communication and coherence", 5, FALSE},
};

static const struct {
  const char *name, *value;
} settings[] = {
    {CECI_SETTING_OFFICE_NAME, "ULB Engagée"},
    {CECI_SETTING_OFFICE_EMAIL, "engagement.citoyen@ulb.be"},
    {CECI_SETTING_OFFICE_PHONE, "02 650 28 79"},
    {CECI_SETTING_UNIVERSITY, "Université libre de Bruxelles"},
};

// Stores a draft and lets it go.
static gboolean
insert (CeciDatabase *database, gpointer draft, GError **error)
{
  g_autoptr (CeciRecord) record = draft;

  return ceci_record_insert (record, database, error);
}

static gboolean
seed_faculties (CeciDatabase *database, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (faculties); i++)
    if (!insert (database,
                 ceci_record_new (CECI_TYPE_FACULTY, "code", faculties[i].code, "name_fr", faculties[i].fr, "name_en",
                                  faculties[i].en, "position", (gint64) i + 1, NULL),
                 error))
      return FALSE;
  return TRUE;
}

static gboolean
seed_modules (CeciDatabase *database, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
    if (!insert (database,
                 ceci_record_new (CECI_TYPE_MODULE, "position", (gint64) i + 1, "title_fr", modules[i].title_fr,
                                  "title_en", modules[i].title_en, "content_fr", modules[i].content_fr, "content_en",
                                  modules[i].content_en, NULL),
                 error))
      return FALSE;
  return TRUE;
}

static gboolean
seed_criteria (CeciDatabase *database, const char *grid_id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    if (!insert (database,
                 ceci_record_new (CECI_TYPE_CRITERION, "grid_id", grid_id, "position", (gint64) i + 1, "code",
                                  criteria[i].code, "title_fr", criteria[i].fr, "title_en", criteria[i].en, "weight",
                                  criteria[i].weight, "required", TRUE, "reflection", criteria[i].reflection, NULL),
                 error))
      return FALSE;
  return TRUE;
}

static gboolean
seed_regulation (CeciDatabase *database, GError **error)
{
  g_autofree char *now = ceci_entropy_dup_now (ceci_database_get_entropy (database));
  g_autofree char *today = ceci_date_from_instant (now);
  g_autoptr (CeciRegulation) regulation = ceci_regulation_new_default ();
  g_autofree char *content = ceci_regulation_to_json (regulation);
  g_autoptr (CeciGrid) grid =
      ceci_record_new (CECI_TYPE_GRID, "name", "Grille du jury", "version", (gint64) 1, "adopted_on", today, NULL);

  return ceci_record_insert (grid, database, error) &&
         seed_criteria (database, ceci_record_get_id (CECI_RECORD (grid)), error) &&
         insert (database,
                 ceci_record_new (CECI_TYPE_REGULATION_ROW, "title", "Règlement du certificat", "version", (gint64) 1,
                                  "adopted_on", today, "content", content, "grid_id",
                                  ceci_record_get_id (CECI_RECORD (grid)), NULL),
                 error);
}

/**
 * ceci_register_seed_defaults:
 * @database: a connection inside a write
 * @error: return location for an error
 *
 * Returns: whether the register has what it starts with; a register that has faculties is left alone
 */
gboolean
ceci_register_seed_defaults (CeciDatabase *database, GError **error)
{
  gint64 n = ceci_database_integer (database, error, "SELECT count(*) FROM faculty", "");

  if (n != 0)
    return n > 0;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!ceci_setting_repository_set (database, settings[i].name, settings[i].value, error))
      return FALSE;
  return seed_faculties (database, error) && seed_modules (database, error) && seed_regulation (database, error);
}
