// SPDX-License-Identifier: GPL-3.0-or-later
// cecictl organisation, mandate, offer: where students may be placed, who sits in a committee, what is on offer.

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ceci-cli.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/store/ceci-date.h"

// One request of any of these commands; what a command does not ask is NULL.
typedef struct {
  char *organisation, *name, *kind, *legal_form, *number, *address, *postcode, *city, *country, *email, *phone,
      *purpose;
  char *reason, *other, *role, *from, *until;
  const char *today;
  GType created; // what is listed
} Request;

static void
request_clear (Request *self)
{
  char **texts[] = {&self->organisation, &self->name,  &self->kind,    &self->legal_form, &self->number, &self->address,
                    &self->postcode,     &self->city,  &self->country, &self->email,      &self->phone,  &self->purpose,
                    &self->reason,       &self->other, &self->role,    &self->from,       &self->until};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

// By its id, its enterprise number or its name.
static CeciOrganisation *
look_up (CeciDatabase *database, const char *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = ceci_organisation_repository_match (database, text, text, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return ceci_organisation_repository_find (database, id != NULL ? id : text, error);
}

static const char *
id_of (CeciOrganisation *organisation)
{
  return ceci_record_get_id (CECI_RECORD (organisation));
}

// --- organisation list, offer list, mandate list ------------------------------------------------------------------

static gpointer
list (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) organisation = NULL;

  if (request->organisation != NULL) {
    organisation = look_up (database, request->organisation, error);
    if (organisation == NULL)
      return NULL;
  }
  if (request->created == CECI_TYPE_OFFER)
    return ceci_organisation_repository_offers (database, organisation != NULL ? id_of (organisation) : NULL, error);
  if (request->created == CECI_TYPE_MANDATE)
    return ceci_organisation_repository_mandates (database, id_of (organisation), error);
  return ceci_organisation_repository_list (database, error);
}

static CeciExit
run_list (CeciCli *cli, Request *request, const char *const *columns, const char *const *titles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  g_autoptr (GListModel) records = NULL;
  CeciExit exit;

  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  records = ceci_register_read (opened, list, request, &error);
  return records != NULL ? ceci_cli_records (cli, records, columns, titles) : ceci_cli_fail (error);
}

static CeciExit
run_organisations (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"name",       "kind",   "legal-form", "enterprise-number", "city", "checked-on",
                                        "placements", "offers", NULL};
  const char *const titles[] = {_ ("Name"), _ ("Kind"),    _ ("Legal form"), _ ("Enterprise number"),
                                _ ("City"), _ ("Checked"), _ ("Placements"), _ ("Offers"),
                                NULL};
  Request request = {.created = CECI_TYPE_ORGANISATION};

  return argc > 1 ? ceci_cli_usage (&ceci_cli_organisation[0], NULL) : run_list (cli, &request, columns, titles);
}

static CeciExit
run_mandates (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"holder-name", "role", "starts-on", "ends-on", NULL};
  const char *const titles[] = {_ ("Name"), _ ("Role"), _ ("From"), _ ("Until"), NULL};
  Request request = {.created = CECI_TYPE_MANDATE, .organisation = argc == 2 ? argv[1] : NULL};

  return argc != 2 ? ceci_cli_usage (&ceci_cli_organisation[6], NULL) : run_list (cli, &request, columns, titles);
}

static CeciExit
run_offers (CeciCli *cli, int argc, char **argv)
{
  static const char *const columns[] = {"reference", "title", "organisation-name", "labelled", "valid-until", NULL};
  const char *const titles[] = {_ ("Reference"),      _ ("Title"),       _ ("Organisation"),
                                _ ("Labelled offer"), _ ("Valid until"), NULL};
  Request request = {.created = CECI_TYPE_OFFER, .organisation = argc == 2 ? argv[1] : NULL};

  return argc > 2 ? ceci_cli_usage (&ceci_cli_organisation[9], NULL) : run_list (cli, &request, columns, titles);
}

// --- organisation show ----------------------------------------------------------------------------------------------

static void
add_list (JsonObject *object, const char *name, GListModel *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++) {
    g_autoptr (CeciRecord) record = g_list_model_get_item (records, i);

    json_array_add_element (array, ceci_record_to_json (record));
  }
  json_object_set_array_member (object, name, array);
}

static gpointer
describe (CeciDatabase *database, gpointer text, GError **error)
{
  g_autoptr (CeciOrganisation) organisation = look_up (database, text, error);
  g_autoptr (GListModel) contacts = NULL, mandates = NULL, offers = NULL, duplicates = NULL;
  JsonNode *node;

  if (organisation == NULL)
    return NULL;
  contacts = ceci_organisation_repository_contacts (database, id_of (organisation), error);
  mandates = contacts ? ceci_organisation_repository_mandates (database, id_of (organisation), error) : NULL;
  offers = mandates ? ceci_organisation_repository_offers (database, id_of (organisation), error) : NULL;
  duplicates = offers ? ceci_organisation_repository_duplicates (database, organisation, error) : NULL;
  if (duplicates == NULL)
    return NULL;
  node = ceci_record_to_json (organisation);
  add_list (json_node_get_object (node), "contact-list", contacts);
  add_list (json_node_get_object (node), "mandate-list", mandates);
  add_list (json_node_get_object (node), "offer-list", offers);
  add_list (json_node_get_object (node), "duplicates", duplicates);
  return node;
}

static CeciExit
run_show (CeciCli *cli, int argc, char **argv)
{
  static const char *const members[] = {"name",    "kind",       "legal-form",     "enterprise-number",
                                        "address", "postcode",   "city",           "email",
                                        "phone",   "checked-on", "checked-reason", NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = NULL;
  JsonNode *node;
  CeciExit exit;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_organisation[1], NULL);
  opened = ceci_cli_open (cli, FALSE, &exit);
  if (opened == NULL)
    return exit;
  node = ceci_register_read (opened, describe, argv[1], &error);
  if (node == NULL)
    return ceci_cli_fail (error);
  for (const char *const *member = members; *member != NULL; member++)
    ceci_cli_print (cli, "%-18s %s\n", *member,
                    json_object_get_string_member_with_default (json_node_get_object (node), *member, ""));
  return ceci_cli_json (cli, node);
}

// --- what is written ------------------------------------------------------------------------------------------------

// Runs work in one step and prints what it gives, which is the record it wrote.
static CeciExit
write_and_print (CeciCli *cli, const char *label, CeciRegisterFunc work, Request *request)
{
  CeciExit exit;
  g_autoptr (GError) error = NULL;
  g_autoptr (CeciRegister) opened = ceci_cli_open (cli, TRUE, &exit);
  g_autoptr (CeciRecord) written = NULL;

  if (opened == NULL)
    return exit;
  written = ceci_register_write (opened, label, work, request, &error);
  if (written == NULL)
    return ceci_cli_fail (error);
  ceci_cli_print (cli, "%s\n", label);
  return ceci_cli_json (cli, ceci_record_to_json (written));
}

static gpointer
add_organisation (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) draft = ceci_record_new (
      CECI_TYPE_ORGANISATION, "name", request->name, "kind", request->kind != NULL ? request->kind : "other",
      "legal_form", request->legal_form != NULL ? request->legal_form : "unknown", "enterprise_number", request->number,
      "address", request->address, "postcode", request->postcode, "city", request->city, "country", request->country,
      "email", request->email, "phone", request->phone, "purpose", request->purpose, NULL);
  g_autofree char *id = ceci_organisation_repository_add (database, draft, error);

  return id != NULL ? ceci_organisation_repository_find (database, id, error) : NULL;
}

static gboolean
is_known_word (GType type, const char *word)
{
  return word == NULL || ceci_enum_from_nick (type, word) >= 0;
}

static CeciExit
run_add (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  const GOptionEntry entries[] = {
      {"kind", 0, 0, G_OPTION_ARG_STRING, &request.kind, NULL, NULL},
      {"legal-form", 0, 0, G_OPTION_ARG_STRING, &request.legal_form, NULL, NULL},
      {"number", 0, 0, G_OPTION_ARG_STRING, &request.number, NULL, NULL},
      {"address", 0, 0, G_OPTION_ARG_STRING, &request.address, NULL, NULL},
      {"postcode", 0, 0, G_OPTION_ARG_STRING, &request.postcode, NULL, NULL},
      {"city", 0, 0, G_OPTION_ARG_STRING, &request.city, NULL, NULL},
      {"country", 0, 0, G_OPTION_ARG_STRING, &request.country, NULL, NULL},
      {"email", 0, 0, G_OPTION_ARG_STRING, &request.email, NULL, NULL},
      {"phone", 0, 0, G_OPTION_ARG_STRING, &request.phone, NULL, NULL},
      {"purpose", 0, 0, G_OPTION_ARG_STRING, &request.purpose, NULL, NULL},
      G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || !is_known_word (CECI_TYPE_ORGANISATION_KIND, request.kind) ||
      !is_known_word (CECI_TYPE_LEGAL_FORM, request.legal_form))
    return ceci_cli_usage (&ceci_cli_organisation[2],
                           _ ("Name one organisation, of a kind and a legal form that exist."));
  request.name = g_strdup (argv[1]);
  label = g_strdup_printf (_ ("Add the organisation %s"), request.name);
  return write_and_print (cli, label, add_organisation, &request);
}

static gpointer
check_organisation (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) organisation = look_up (database, request->organisation, error);

  if (organisation == NULL ||
      !ceci_organisation_repository_check (database, id_of (organisation), request->today, request->reason, error))
    return NULL;
  return ceci_organisation_repository_find (database, id_of (organisation), error);
}

static CeciExit
run_check (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {.today = cli->today};
  const GOptionEntry entries[] = {{"reason", 0, 0, G_OPTION_ARG_STRING, &request.reason, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 2 || request.reason == NULL)
    return ceci_cli_usage (&ceci_cli_organisation[3], _ ("Name one organisation, and the reason with --reason."));
  request.organisation = g_strdup (argv[1]);
  label = g_strdup_printf (_ ("Record the check of %s"), request.organisation);
  return write_and_print (cli, label, check_organisation, &request);
}

static gpointer
merge_organisations (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) kept = look_up (database, request->organisation, error);
  g_autoptr (CeciOrganisation) other = kept != NULL ? look_up (database, request->other, error) : NULL;

  if (other == NULL || !ceci_organisation_repository_merge (database, id_of (kept), id_of (other), error))
    return NULL;
  return ceci_organisation_repository_find (database, id_of (kept), error);
}

static CeciExit
run_merge (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  g_autofree char *label = NULL;

  if (argc != 3)
    return ceci_cli_usage (&ceci_cli_organisation[4],
                           _ ("Name the organisation that stays, then the one that becomes it."));
  request.organisation = g_strdup (argv[1]);
  request.other = g_strdup (argv[2]);
  label = g_strdup_printf (_ ("Merge %s into %s"), request.other, request.organisation);
  return write_and_print (cli, label, merge_organisations, &request);
}

static gpointer
remove_organisation (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) organisation = look_up (database, request->organisation, error);

  if (organisation == NULL || !ceci_organisation_repository_remove (database, id_of (organisation), error))
    return NULL;
  return g_steal_pointer (&organisation);
}

static CeciExit
run_remove (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  g_autofree char *label = NULL;

  if (argc != 2)
    return ceci_cli_usage (&ceci_cli_organisation[5], NULL);
  request.organisation = g_strdup (argv[1]);
  label = g_strdup_printf (_ ("Remove the organisation %s"), request.organisation);
  return write_and_print (cli, label, remove_organisation, &request);
}

static gpointer
add_mandate (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) organisation = look_up (database, request->organisation, error);
  g_autoptr (CeciMandate) mandate = NULL;

  if (organisation == NULL)
    return NULL;
  mandate = ceci_record_new (CECI_TYPE_MANDATE, "organisation_id", id_of (organisation), "holder_name", request->name,
                             "role", request->role, "starts_on", request->from, "ends_on", request->until, NULL);
  return ceci_organisation_repository_put_mandate (database, mandate, error) ? g_steal_pointer (&mandate) : NULL;
}

static CeciExit
run_add_mandate (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  const GOptionEntry entries[] = {{"role", 0, 0, G_OPTION_ARG_STRING, &request.role, NULL, NULL},
                                  {"from", 0, 0, G_OPTION_ARG_STRING, &request.from, NULL, NULL},
                                  {"until", 0, 0, G_OPTION_ARG_STRING, &request.until, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 3)
    return ceci_cli_usage (&ceci_cli_organisation[7], _ ("Name the organisation, then who holds the mandate."));
  request.organisation = g_strdup (argv[1]);
  request.name = g_strdup (argv[2]);
  label = g_strdup_printf (_ ("Add a mandate of %s"), request.name);
  return write_and_print (cli, label, add_mandate, &request);
}

// The mandate of this person that runs.
static gpointer
end_mandate (CeciDatabase *database, gpointer user_data, GError **error)
{
  Request *request = user_data;
  g_autoptr (CeciOrganisation) organisation = look_up (database, request->organisation, error);
  g_autoptr (GListModel) mandates =
      organisation != NULL ? ceci_organisation_repository_mandates (database, id_of (organisation), error) : NULL;

  for (guint i = 0; mandates != NULL && i < g_list_model_get_n_items (mandates); i++) {
    g_autoptr (CeciMandate) mandate = g_list_model_get_item (mandates, i);
    const char *ends_on = ceci_mandate_get_ends_on (mandate);
    g_autoptr (CeciMandate) ended = NULL;

    if (g_strcmp0 (ceci_mandate_get_holder_name (mandate), request->name) != 0 ||
        (ends_on != NULL && strcmp (ends_on, request->until) <= 0))
      continue;
    ended = ceci_record_with (mandate, "ends_on", request->until, NULL);
    return ceci_organisation_repository_put_mandate (database, ended, error) ? g_steal_pointer (&ended) : NULL;
  }
  if (mandates != NULL)
    g_set_error (error, CECI_STORE_ERROR, CECI_STORE_ERROR_NOT_FOUND, _ ("%s has no mandate that runs then."),
                 request->name);
  return NULL;
}

static CeciExit
run_end_mandate (CeciCli *cli, int argc, char **argv)
{
  g_auto (Request) request = {0};
  const GOptionEntry entries[] = {{"until", 0, 0, G_OPTION_ARG_STRING, &request.until, NULL, NULL},
                                  G_OPTION_ENTRY_NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!ceci_cli_options (&argc, &argv, entries, &error))
    return ceci_cli_fail (error);
  if (argc != 3 || request.until == NULL || !ceci_date_is_valid (request.until))
    return ceci_cli_usage (&ceci_cli_organisation[8],
                           _ ("Name the organisation, who holds the mandate, and its last day with --until."));
  request.organisation = g_strdup (argv[1]);
  request.name = g_strdup (argv[2]);
  label = g_strdup_printf (_ ("End the mandate of %s"), request.name);
  return write_and_print (cli, label, end_mandate, &request);
}

// clang-format off: one a line
const CeciCommand ceci_cli_organisation[] = {
    {"organisation", "list", "", run_organisations},
    {"organisation", "show", "ORGANISATION", run_show},
    {"organisation", "add", "NAME [--kind K] [--legal-form F] [--number N] [--address A] [--postcode P] [--city C] [--country C] [--email E] [--phone P] [--purpose TEXT]", run_add},
    {"organisation", "check", "ORGANISATION --reason TEXT", run_check},
    {"organisation", "merge", "ORGANISATION OTHER", run_merge},
    {"organisation", "remove", "ORGANISATION", run_remove},
    {"mandate", "list", "ORGANISATION", run_mandates},
    {"mandate", "add", "ORGANISATION NAME --role R --from YYYY-MM-DD [--until YYYY-MM-DD]", run_add_mandate},
    {"mandate", "end", "ORGANISATION NAME --until YYYY-MM-DD", run_end_mandate},
    {"offer", "list", "[ORGANISATION]", run_offers},
    {NULL},
};
// clang-format on
