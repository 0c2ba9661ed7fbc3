// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl placement: where a student works, the agreement's signatures.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-labels.h"
#include "core/model/ceci-placement-draft.h"
#include "core/model/ceci-placement-repository.h"
#include "core/store/ceci-date.h"

static gpointer
list_placements (CeciDatabase *database, gpointer student_id, GError **error)
{
  return ceci_placement_repository_list (database, student_id, error);
}

static CeciExit
show_placements (CeciCli *cli, CeciRegister *opened, const char *student_id)
{
  static const char *const columns[] = {"organisation-name", "function",  "starts-on", "ends-on",
                                        "signatures",        "signed-on", "minutes",   NULL};
  const char *const titles[] = {_ ("Organisation"), _ ("Role"),   _ ("Start"),   _ ("End"),
                                _ ("Signatures"),   _ ("Signed"), _ ("Minutes"), NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) placements = ceci_register_read (opened, list_placements, (gpointer) student_id, &error);

  return placements != NULL ? ceci_cli_records (cli, placements, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_list (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {{"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL}, G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL)
    return ceci_cli_usage (&ceci_cli_placement[0], NULL);
  student = ceci_cli_open_student (cli, text, FALSE, &opened, &exit);
  return student != NULL ? show_placements (cli, opened, ceci_record_get_id (CECI_RECORD (student))) : exit;
}

typedef struct {
  const char *student_id;
  char *organisation, *kind, *legal_form, *number, *starts, *ends, *hours, *mission, *function, *supervisor;
  gboolean committee;
} NewPlacement;

// A commercial organisation is refused (R7).
static gpointer
add_placement (CeciDatabase *database, gpointer user_data, GError **error)
{
  NewPlacement *new = user_data;
  g_autoptr (CeciPlacementDraft) draft = ceci_placement_draft_new_blank (new->student_id, new->starts);
  g_autoptr (CeciOrganisation) organisation = ceci_record_new (
      CECI_TYPE_ORGANISATION, "name", new->organisation, "kind", new->kind != NULL ? new->kind : "other", "legal_form",
      new->legal_form != NULL ? new->legal_form : "unknown", "enterprise_number", new->number, NULL);
  gint64 planned = new->hours != NULL ? ceci_duration_parse (new->hours) : 0;
  CeciPlacement *filled = ceci_record_with (
      draft->placement, "function", new->function, "mission", new->mission, "ends_on", new->ends, "planned_minutes",
      planned, "committee_member", new->committee, "supervisor_kind",
      new->supervisor != NULL ? "individual" : "collective", "supervisor_name", new->supervisor, NULL);

  ceci_placement_draft_set_organisation (draft, organisation);
  g_set_object (&draft->placement, filled);
  g_object_unref (filled);
  return ceci_placement_draft_store (draft, database, error);
}

static void
new_placement_clear (NewPlacement *self)
{
  g_free (self->organisation);
  g_free (self->kind);
  g_free (self->legal_form);
  g_free (self->number);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->hours);
  g_free (self->mission);
  g_free (self->function);
  g_free (self->supervisor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewPlacement, new_placement_clear)

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_auto (NewPlacement) new = {0};
  g_autofree char *text = NULL, *label = NULL, *id = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"organisation", 0, 0, G_OPTION_ARG_STRING, &new.organisation, NULL, NULL},
      {"kind", 0, 0, G_OPTION_ARG_STRING, &new.kind, NULL, NULL},
      {"legal-form", 0, 0, G_OPTION_ARG_STRING, &new.legal_form, NULL, NULL},
      {"number", 0, 0, G_OPTION_ARG_STRING, &new.number, NULL, NULL},
      {"starts", 0, 0, G_OPTION_ARG_STRING, &new.starts, NULL, NULL},
      {"ends", 0, 0, G_OPTION_ARG_STRING, &new.ends, NULL, NULL},
      {"hours", 0, 0, G_OPTION_ARG_STRING, &new.hours, NULL, NULL},
      {"mission", 0, 0, G_OPTION_ARG_STRING, &new.mission, NULL, NULL},
      {"function", 0, 0, G_OPTION_ARG_STRING, &new.function, NULL, NULL},
      {"supervisor", 0, 0, G_OPTION_ARG_STRING, &new.supervisor, NULL, NULL},
      {"committee-member", 0, 0, G_OPTION_ARG_NONE, &new.committee, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL || new.organisation == NULL)
    return ceci_cli_usage (&ceci_cli_placement[1], NULL);
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  new.student_id = ceci_record_get_id (CECI_RECORD (student));
  label = ceci_label_placement_add (ceci_student_get_display_name (student));
  id = ceci_register_write (opened, label, add_placement, &new, &error);
  return id != NULL ? show_placements (cli, opened, new.student_id) : ceci_cli_fail (error);
}

typedef struct {
  const char *student_id, *signatory, *date;
  int party; // -1: all three
  const char *today;
  char *remark; // what is odd of the day
} Signing;

static gpointer
sign (CeciDatabase *database, gpointer user_data, GError **error)
{
  Signing *signing = user_data;
  g_autoptr (CeciPlacement) placement =
      ceci_placement_repository_at (database, signing->student_id, signing->date, error);

  if (placement == NULL || !ceci_agreement_check_signing (ceci_placement_get_agreement_drawn_on (placement),
                                                          signing->date, signing->today, &signing->remark, error))
    return NULL;
  for (int party = CECI_PARTY_STUDENT; party <= CECI_PARTY_UNIVERSITY; party++)
    if ((signing->party < 0 || signing->party == party) &&
        !ceci_agreement_repository_sign (database, ceci_record_get_id (CECI_RECORD (placement)), (CeciParty) party,
                                         signing->signatory, signing->date, error))
      return NULL;
  return GINT_TO_POINTER (TRUE);
}

static CeciExit
run_sign (CeciCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *party = NULL, *signatory = NULL, *date = NULL, *label = NULL;
  const GOptionEntry entries[] = {
      {"student", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL},
      {"party", 0, 0, G_OPTION_ARG_STRING, &party, NULL, NULL},
      {"signatory", 0, 0, G_OPTION_ARG_STRING, &signatory, NULL, NULL},
      {"date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (CeciStudent) student = NULL;
  Signing signing = {0};
  CeciExit exit;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc > 1 || text == NULL || party == NULL)
    return ceci_cli_usage (&ceci_cli_placement[2], NULL);
  signing.party = ceci_enum_from_nick (CECI_TYPE_PARTY, party);
  if (signing.party < 0 && strcmp (party, "all") != 0)
    return ceci_cli_usage (&ceci_cli_placement[2], _ ("A party is student, organisation, university or all."));
  student = ceci_cli_open_student (cli, text, TRUE, &opened, &exit);
  if (student == NULL)
    return exit;
  signing.student_id = ceci_record_get_id (CECI_RECORD (student));
  signing.date = date != NULL ? date : cli->today;
  signing.signatory = signatory != NULL ? signatory : ceci_student_get_display_name (student);
  if (signing.party < 0)
    label = ceci_label_agreement_sign (_ ("all parties"), ceci_student_get_display_name (student));
  else
    label = ceci_label_agreement_sign (ceci_enum_get_label (CECI_TYPE_PARTY, signing.party),
                                       ceci_student_get_display_name (student));
  signing.today = cli->today;
  if (ceci_register_write (opened, label, sign, &signing, &error) == NULL)
    return ceci_cli_fail (error);
  if (signing.remark != NULL)
    g_printerr ("%s\n", signing.remark);
  g_free (signing.remark);
  return show_placements (cli, opened, signing.student_id);
}

const CeciCommand ceci_cli_placement[] = {
    {"placement", "list", "--student STUDENT", run_list},
    {"placement", "add",
     "--student STUDENT --organisation NAME --starts DATE [--ends DATE] [--hours DURATION] [--kind KIND] [--legal-form "
     "FORM] "
     "[--number BCE] [--mission TEXT] [--function TEXT] [--supervisor NAME] [--committee-member]",
     run_add},
    {"placement", "create",
     "--student STUDENT --organisation NAME --starts DATE [--ends DATE] [--hours DURATION] [--kind KIND] [--legal-form "
     "FORM] "
     "[--number BCE] [--mission TEXT] [--function TEXT] [--supervisor NAME] [--committee-member]",
     run_add},
    {"placement", "sign",
     "--student STUDENT --party student|organisation|university|all [--signatory NAME] [--date DATE]", run_sign},
    {NULL, NULL, NULL, NULL},
};
