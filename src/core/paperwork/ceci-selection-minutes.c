// SPDX-License-Identifier: GPL-3.0-or-later
// The minutes of a selection (R27, R28): criteria, proof, composition, who was chosen, who waits, what people changed.

#include "config.h"

#include "ceci-selection-minutes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-credential.h"
#include "ceci-paper.h"
#include "core/model/ceci-application-repository.h"
#include "core/model/ceci-cohort-repository.h"
#include "core/model/ceci-faculty.h"
#include "core/model/ceci-selection-repository.h"
#include "core/selection/ceci-selection-composition.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *title, *draft, *subtitle, *lead, *date, *by, *places, *applications, *seed, *distance, *best, *proved;
  const char *method, *method_text, *ties_text, *waiting_text, *composition, *group, *applicants, *target, *chosen_n,
      *weight, *chosen, *waiting, *nobody, *number, *rank, *name, *matricule, *faculty, *changes, *no_change, *person,
      *change, *reason, *put_in, *taken_out, *held_in, *held_out, *signatures, *office, *witness, *date_and_name,
      *not_said;
  const char *dimensions[CECI_N_DIMENSIONS], *genders[3];
} Words;

static const Words french = {
    .title = "Procès-verbal de sélection",
    .draft = "Projet : la sélection n’est pas confirmée",
    .subtitle = "Certificat d’engagement citoyen (CECi)",
    .lead = "Les candidatures recevables étaient plus nombreuses que les places, ou auraient pu l’être. ULB Engagée a "
            "choisi avec un objectif de diversité des profils.",
    .date = "Confirmée le",
    .by = "Par",
    .places = "Places",
    .applications = "Candidatures recevables",
    .seed = "Graine du tirage",
    .distance = "Écart aux cibles du choix final",
    .best = "Meilleur écart possible",
    .proved = "{1} (prouvé : aucun choix ne fait moins de {2})",
    .method = "Critères et méthode",
    .method_text =
        "L’écart est la somme, sur tous les groupes, de la différence entre le nombre de personnes choisies et "
        "la cible du groupe, multipliée par le poids du critère. La proposition est un choix dont l’écart est "
        "le plus petit possible, ce que le calcul prouve.",
    .ties_text =
        "Entre choix d’écart égal, le sort décide : le lot de chaque candidature est tiré de la graine {1} et de "
        "son identifiant (SHA-256) ; le choix dont les lots ont la plus petite somme l’emporte. La même graine "
        "redonne le même choix.",
    .waiting_text = "La liste d’attente suit la même règle : la première personne est celle à qui irait une place de "
                    "plus, la deuxième celle à qui irait la suivante, et ainsi de suite.",
    .composition = "Composition",
    .group = "Groupe",
    .applicants = "Candidatures",
    .target = "Cible",
    .chosen_n = "Choisies",
    .weight = "{1} (poids {2})",
    .chosen = "Personnes choisies",
    .waiting = "Liste d’attente",
    .nobody = "Personne.",
    .number = "N°",
    .rank = "Rang",
    .name = "Nom",
    .matricule = "Matricule",
    .faculty = "Faculté",
    .changes = "Décisions des personnes",
    .no_change = "La proposition a été suivie sans changement.",
    .person = "Nom",
    .change = "Décision",
    .reason = "Raison",
    .put_in = "ajouté·e",
    .taken_out = "ôté·e",
    .held_in = "retenu·e d’office",
    .held_out = "écarté·e d’office",
    .signatures = "Signatures",
    .office = "Pour ULB Engagée",
    .witness = "Pour la commission de sélection",
    .date_and_name = "Nom, date et signature :",
    .not_said = "Non précisé",
    .dimensions = {"Genre (déclaré par les personnes)", "Faculté", "Parcours", "Profil à l’entrée"},
    .genders = {"Femme", "Homme", "Autre"},
};

static const Words english = {
    .title = "Minutes of the selection",
    .draft = "Draft: the selection is not confirmed",
    .subtitle = "Certificate in civic engagement (CECi)",
    .lead =
        "There were, or could have been, more admissible applications than places. ULB Engagée chose with the aim of "
        "a diversity of profiles.",
    .date = "Confirmed on",
    .by = "By",
    .places = "Places",
    .applications = "Admissible applications",
    .seed = "Seed of the draw",
    .distance = "Distance of the final choice from the targets",
    .best = "Least distance possible",
    .proved = "{1} (proved: no choice has less than {2})",
    .method = "Criteria and method",
    .method_text =
        "The distance is the sum, over all groups, of the difference between the number of people chosen and "
        "the group’s target, times the weight of the criterion. The proposal is a choice at the least "
        "distance possible, which the computation proves.",
    .ties_text =
        "Between choices at the same distance lots decide: each application’s lot is drawn from the seed {1} and "
        "its identifier (SHA-256); the choice whose lots add up to least is taken. The same seed gives the same "
        "choice again.",
    .waiting_text =
        "The waiting list follows the same rule: first comes the person one place more would go to, then the "
        "person the next place would go to, and so on.",
    .composition = "Composition",
    .group = "Group",
    .applicants = "Applications",
    .target = "Target",
    .chosen_n = "Chosen",
    .weight = "{1} (weight {2})",
    .chosen = "People chosen",
    .waiting = "Waiting list",
    .nobody = "Nobody.",
    .number = "No.",
    .rank = "Rank",
    .name = "Name",
    .matricule = "Student number",
    .faculty = "Faculty",
    .changes = "Decisions of people",
    .no_change = "The proposal was followed without a change.",
    .person = "Name",
    .change = "Decision",
    .reason = "Reason",
    .put_in = "put in",
    .taken_out = "taken out",
    .held_in = "held in",
    .held_out = "held out",
    .signatures = "Signatures",
    .office = "For ULB Engagée",
    .witness = "For the selection committee",
    .date_and_name = "Name, date and signature:",
    .not_said = "Not said",
    .dimensions = {"Gender (as declared by the people)", "Faculty", "Path of study", "Entry profile"},
    .genders = {"Woman", "Man", "Other"},
};

typedef struct {
  const Words *words;
  const char *language;
  CeciPaper *paper;
  CeciDatabase *database;
  CeciCohort *cohort;
  CeciSelection *selection;
  CeciSelectionComposition *composition;
  GListModel *choices;
  GHashTable *applications; // id to CeciApplication
  GHashTable *faculties;    // code to CeciFaculty
} Minutes;

static void
minutes_clear (Minutes *self)
{
  g_clear_object (&self->paper);
  g_clear_object (&self->cohort);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->composition, ceci_selection_composition_free);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->applications, g_hash_table_unref);
  g_clear_pointer (&self->faculties, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minutes, minutes_clear)

static char *
format_number (const Minutes *self, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) text = g_string_new (g_ascii_formatd (digits, sizeof digits, "%.2f", number));

  while (g_str_has_suffix (text->str, "0"))
    g_string_truncate (text, text->len - 1);
  if (g_str_has_suffix (text->str, "."))
    g_string_truncate (text, text->len - 1);
  if (g_str_equal (self->language, "fr"))
    g_string_replace (text, ".", ",", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
name_of_faculty (const Minutes *self, const char *code, const char *otherwise)
{
  CeciFaculty *faculty = code != NULL ? g_hash_table_lookup (self->faculties, code) : NULL;

  if (faculty == NULL)
    return otherwise;
  return g_str_equal (self->language, "fr") ? ceci_faculty_get_name_fr (faculty) : ceci_faculty_get_name_en (faculty);
}

static const char *
name_of_group (const Minutes *self, const CeciCompositionGroup *group)
{
  int gender;

  if (*group->key == '\0')
    return self->words->not_said;
  switch (group->dimension) {
  case CECI_DIMENSION_GENDER:
    gender = ceci_enum_from_nick (CECI_TYPE_GENDER, group->key);
    return gender >= 0 && gender < 3 ? self->words->genders[gender] : group->label;
  case CECI_DIMENSION_FACULTY:
    return name_of_faculty (self, group->key, group->label);
  case CECI_DIMENSION_PATH:
  case CECI_DIMENSION_PROFILE:
  default:
    return group->label;
  }
}

// --- what the minutes say ------------------------------------------------------------------

static void
add_number_row (const Minutes *self, CeciPaperTable *table, const char *title, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  ceci_paper_table_add (table, title, text, NULL);
}

static void
add_facts (const Minutes *self)
{
  static const CeciPaperColumn columns[] = {{NULL, 2, PANGO_ALIGN_LEFT}, {NULL, 3.4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  g_autofree char *distance = format_number (self, ceci_selection_get_objective (self->selection));
  g_autofree char *best = format_number (self, ceci_selection_get_proposal_objective (self->selection));
  g_autofree char *bound = format_number (self, ceci_selection_get_bound (self->selection));
  g_autofree char *proved = ceci_paper_fill (self->words->proved, best, bound);

  if (ceci_selection_get_confirmed_on (self->selection) != NULL) {
    g_autofree char *date =
        ceci_date_format_long_in (ceci_selection_get_confirmed_on (self->selection), self->language);

    ceci_paper_table_add (table, self->words->date, date, NULL);
    if (ceci_selection_get_confirmed_by (self->selection) != NULL)
      ceci_paper_table_add (table, self->words->by, ceci_selection_get_confirmed_by (self->selection), NULL);
  }
  add_number_row (self, table, self->words->places, ceci_selection_get_places (self->selection));
  add_number_row (self, table, self->words->applications, self->composition->applicants);
  add_number_row (self, table, self->words->seed, ceci_selection_get_seed (self->selection));
  ceci_paper_table_add (table, self->words->distance, distance, NULL);
  ceci_paper_table_add (table, self->words->best, proved, NULL);
  ceci_paper_add_table (self->paper, table);
}

// A dimension's weight as the targets that were used say it.
static guint
weight_of (const Minutes *self, guint dimension)
{
  g_autoptr (JsonNode) node = json_from_string (ceci_selection_get_targets (self->selection), NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *nick = ceci_dimension_get_nick ((CeciDimension) dimension);
  JsonNode *member = object != NULL ? json_object_get_member (object, nick) : NULL;

  if (member == NULL || !JSON_NODE_HOLDS_OBJECT (member))
    return 0;
  return (guint) json_object_get_int_member_with_default (json_node_get_object (member), "weight", 0);
}

static void
add_dimension (const Minutes *self, guint dimension)
{
  const CeciPaperColumn columns[] = {{self->words->group, 4, PANGO_ALIGN_LEFT},
                                     {self->words->applicants, 1.3, PANGO_ALIGN_RIGHT},
                                     {self->words->target, 1, PANGO_ALIGN_RIGHT},
                                     {self->words->chosen_n, 1, PANGO_ALIGN_RIGHT}};
  guint weight = weight_of (self, dimension);
  CeciPaperTable *table;
  g_autofree char *digits = g_strdup_printf ("%u", weight);
  g_autofree char *heading = ceci_paper_fill (self->words->weight, self->words->dimensions[dimension], digits);

  if (weight == 0)
    return;
  table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->composition->groups->len; i++) {
    const CeciCompositionGroup *group = &g_array_index (self->composition->groups, CeciCompositionGroup, i);
    g_autofree char *applicants = g_strdup_printf ("%u", group->applicants);
    g_autofree char *chosen = g_strdup_printf ("%u", group->chosen);
    g_autofree char *target = format_number (self, group->target);

    if (group->dimension == (CeciDimension) dimension)
      ceci_paper_table_add (table, name_of_group (self, group), applicants, target, chosen, NULL);
  }
  ceci_paper_add_text (self->paper, CECI_PAPER_SUBHEADING, heading);
  ceci_paper_add_table (self->paper, table);
}

static void
add_method (const Minutes *self)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, ceci_selection_get_seed (self->selection));
  g_autofree char *ties = ceci_paper_fill (self->words->ties_text, seed, NULL);

  ceci_paper_add_text (self->paper, CECI_PAPER_HEADING, self->words->method);
  ceci_paper_add_text (self->paper, CECI_PAPER_BODY, self->words->method_text);
  ceci_paper_add_text (self->paper, CECI_PAPER_BODY, ties);
  ceci_paper_add_text (self->paper, CECI_PAPER_BODY, self->words->waiting_text);
  ceci_paper_add_text (self->paper, CECI_PAPER_HEADING, self->words->composition);
  for (guint i = 0; i < CECI_N_DIMENSIONS; i++)
    add_dimension (self, i);
}

static CeciApplication *
application_of (const Minutes *self, CeciSelectionChoice *choice)
{
  return g_hash_table_lookup (self->applications, ceci_selection_choice_get_application_id (choice));
}

static int
compare_choices (gconstpointer one, gconstpointer other, gpointer user_data)
{
  CeciSelectionChoice *a = *(CeciSelectionChoice *const *) one, *b = *(CeciSelectionChoice *const *) other;
  gint64 rank = ceci_selection_choice_get_waiting_rank (a), other_rank = ceci_selection_choice_get_waiting_rank (b);

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;
  return g_strcmp0 (ceci_application_get_search_key (application_of (user_data, a)),
                    ceci_application_get_search_key (application_of (user_data, b)));
}

static void
add_people (const Minutes *self, GPtrArray *choices, const char *heading, const char *rank)
{
  const CeciPaperColumn columns[] = {{rank, 0.6, PANGO_ALIGN_RIGHT},
                                     {self->words->name, 3, PANGO_ALIGN_LEFT},
                                     {self->words->matricule, 1.2, PANGO_ALIGN_LEFT},
                                     {self->words->faculty, 3, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table;

  ceci_paper_add_text (self->paper, CECI_PAPER_HEADING, heading);
  if (choices->len == 0) {
    ceci_paper_add_text (self->paper, CECI_PAPER_BODY, self->words->nobody);
    return;
  }
  table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < choices->len; i++) {
    CeciApplication *application = application_of (self, choices->pdata[i]);
    const char *code = ceci_application_get_faculty_code (application);
    const char *matricule = ceci_application_get_matricule (application);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    ceci_paper_table_add (table, number, ceci_application_get_display_name (application),
                          matricule != NULL ? matricule : "–", name_of_faculty (self, code, code != NULL ? code : "–"),
                          NULL);
  }
  ceci_paper_add_table (self->paper, table);
}

static void
add_lists (const Minutes *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->choices); i++) {
    g_autoptr (CeciSelectionChoice) choice = g_list_model_get_item (self->choices, i);

    if (application_of (self, choice) == NULL)
      continue;
    g_ptr_array_add (ceci_selection_choice_get_chosen (choice) ? chosen : waiting, g_object_ref (choice));
  }
  g_ptr_array_sort_with_data (chosen, compare_choices, (gpointer) self);
  g_ptr_array_sort_with_data (waiting, compare_choices, (gpointer) self);
  add_people (self, chosen, self->words->chosen, self->words->number);
  add_people (self, waiting, self->words->waiting, self->words->rank);
}

// A hold, or a choice that is not the proposal's; NULL for neither.
static const char *
describe_change (const Minutes *self, CeciSelectionChoice *choice)
{
  CeciHold held = ceci_selection_choice_get_held (choice);
  gboolean chosen = ceci_selection_choice_get_chosen (choice);

  if (held != CECI_HOLD_NONE)
    return held == CECI_HOLD_IN ? self->words->held_in : self->words->held_out;
  if (chosen == ceci_selection_choice_get_proposed (choice))
    return NULL;
  return chosen ? self->words->put_in : self->words->taken_out;
}

static void
add_changes (const Minutes *self)
{
  const CeciPaperColumn columns[] = {{self->words->person, 2, PANGO_ALIGN_LEFT},
                                     {self->words->change, 1.4, PANGO_ALIGN_LEFT},
                                     {self->words->reason, 4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (self->choices); i++) {
    g_autoptr (CeciSelectionChoice) choice = g_list_model_get_item (self->choices, i);
    CeciApplication *application = application_of (self, choice);
    const char *change = describe_change (self, choice), *reason = ceci_selection_choice_get_reason (choice);

    if (change != NULL && application != NULL)
      ceci_paper_table_add (table, ceci_application_get_display_name (application), change,
                            reason != NULL ? reason : "–", NULL);
  }
  ceci_paper_add_text (self->paper, CECI_PAPER_HEADING, self->words->changes);
  if (ceci_paper_table_n_rows (table) > 0) {
    ceci_paper_add_table (self->paper, table);
  } else {
    ceci_paper_add_text (self->paper, CECI_PAPER_BODY, self->words->no_change);
    ceci_paper_table_free (table);
  }
}

static void
add_signatures (const Minutes *self)
{
  static const CeciPaperColumn columns[] = {{NULL, 1, PANGO_ALIGN_LEFT}, {NULL, 1, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  g_autofree char *room = g_strconcat (self->words->date_and_name, "\n\n\n", NULL);

  ceci_paper_table_add_strong (table, self->words->office, self->words->witness, NULL);
  ceci_paper_table_add (table, room, room, NULL);
  ceci_paper_add_text (self->paper, CECI_PAPER_HEADING, self->words->signatures);
  ceci_paper_add_table (self->paper, table);
}

// --- reading -----------------------------------------------------------------------------------

static gboolean
read_tables (Minutes *self, const char *cohort_id, GError **error)
{
  g_autoptr (GListModel) applications = ceci_application_repository_list (self->database, cohort_id, error);
  g_autoptr (GListStore) faculties =
      applications != NULL ? ceci_record_select (CECI_TYPE_FACULTY, self->database, NULL, NULL, NULL, error) : NULL;

  if (faculties == NULL)
    return FALSE;
  self->applications = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->faculties = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (applications); i++) {
    CeciRecord *application = g_list_model_get_item (applications, i);

    g_hash_table_insert (self->applications, (gpointer) ceci_record_get_id (application), application);
  }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (faculties)); i++) {
    CeciFaculty *faculty = g_list_model_get_item (G_LIST_MODEL (faculties), i);

    g_hash_table_insert (self->faculties, (gpointer) ceci_faculty_get_code (faculty), faculty);
  }
  self->choices =
      ceci_selection_repository_choices (self->database, ceci_record_get_id (CECI_RECORD (self->selection)), error);
  self->composition = ceci_selection_composition_read (ceci_selection_get_composition (self->selection), error);
  return self->choices != NULL && self->composition != NULL;
}

static gboolean
read_selection (Minutes *self, const char *cohort_id, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->cohort = ceci_cohort_repository_find (self->database, cohort_id, error);
  if (self->cohort == NULL)
    return FALSE;
  self->selection = ceci_selection_repository_current (self->database, cohort_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (self->selection == NULL || ceci_selection_get_composition (self->selection) == NULL) {
    g_set_error (error, CECI_PAPERWORK_ERROR, CECI_PAPERWORK_ERROR_REFUSED,
                 _ ("Nothing was proposed for “%s” yet. Propose a selection first."),
                 ceci_cohort_get_name (self->cohort));
    return FALSE;
  }
  return read_tables (self, cohort_id, error);
}

/**
 * ceci_selection_minutes_draw:
 * @database: a connection
 * @cohort_id: a cohort's id
 * @language: `fr` or `en`
 * @today: the day the file bears
 * @error: %CECI_PAPERWORK_ERROR_REFUSED where nothing was proposed yet, else why there are none
 *
 * Before the confirmation they say that they are a draft.
 *
 * Returns: (transfer full) (nullable): the minutes as a PDF
 */
GBytes *
ceci_selection_minutes_draw (CeciDatabase *database, const char *cohort_id, const char *language, const char *today,
                             GError **error)
{
  g_auto (Minutes)
      self = {.words = g_str_equal (language, "en") ? &english : &french, .language = language, .database = database};
  g_autofree char *title = NULL;

  if (!read_selection (&self, cohort_id, error))
    return NULL;
  self.paper = ceci_paper_new (CECI_PAPER_PORTRAIT, language, today);
  title = g_strconcat (self.words->title, " – ", ceci_cohort_get_name (self.cohort), NULL);
  ceci_paper_set_description (self.paper, title, "ULB Engagée, Université libre de Bruxelles", self.words->subtitle);
  ceci_paper_set_running (self.paper, "Université libre de Bruxelles  ·  ULB Engagée", self.words->title,
                          ceci_cohort_get_name (self.cohort));
  ceci_paper_add_text (self.paper, CECI_PAPER_TITLE, title);
  ceci_paper_add_text (self.paper, CECI_PAPER_SUBTITLE,
                       ceci_selection_get_confirmed_on (self.selection) != NULL ? self.words->subtitle
                                                                                : self.words->draft);
  ceci_paper_add_text (self.paper, CECI_PAPER_LEAD, self.words->lead);
  add_facts (&self);
  add_method (&self);
  add_lists (&self);
  add_changes (&self);
  add_signatures (&self);
  return ceci_paper_finish (self.paper, error);
}
