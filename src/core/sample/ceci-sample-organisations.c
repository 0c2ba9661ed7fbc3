// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's organisations, with contacts, committees and offers.

#include "config.h"

#include "ceci-sample-names.h"
#include "ceci-sample-plan.h"
#include "ceci-sample-theme.h"
#include "core/model/ceci-contact.h"
#include "core/model/ceci-mandate.h"
#include "core/model/ceci-offer.h"
#include "core/model/ceci-organisation-repository.h"
#include "core/store/ceci-date.h"

static const struct {
  const char *name, *kind, *legal_form, *street, *postcode, *city, *purpose;
} bodies[] = {
    {"Cercle de Droit", "society", "asbl", "Avenue Paul Héger 22", "1000", "Bruxelles",
     "Vie étudiante, entraide et culture en faculté de Droit"},
    {"Cercle Polytechnique", "society", "asbl", "Avenue Franklin Roosevelt 50", "1050", "Bruxelles",
     "Vie étudiante des ingénieur·es"},
    {"Cercle de Philo & Lettres", "society", "unincorporated", "Avenue Paul Héger 22", "1000", "Bruxelles",
     "Culture et parrainage des premières années"},
    {"Cercle de Psycho", "society", "unincorporated", "Avenue Paul Héger 22", "1000", "Bruxelles",
     "Vie étudiante, prévention et entraide"},
    {"Cercle des Sciences", "society", "unincorporated", "Boulevard du Triomphe", "1050", "Bruxelles",
     "Vie étudiante à la Plaine"},
    {"Cercle d’Histoire", "society", "unincorporated", "Avenue Paul Héger 22", "1000", "Bruxelles",
     "Conférences, visites et entraide"},
    {"Cercle du Libre Examen", "society", "asbl", "Avenue Paul Héger 22", "1000", "Bruxelles", "Débats et conférences"},
    {"Bureau étudiant de Philosophie et Sciences sociales", "student-office", "unincorporated",
     "Avenue Franklin Roosevelt 50", "1050", "Bruxelles", "Représentation étudiante facultaire"},
    {"Bureau étudiant de Sciences", "student-office", "unincorporated", "Boulevard du Triomphe", "1050", "Bruxelles",
     "Représentation étudiante facultaire"},
    {"Bureau étudiant de Médecine", "student-office", "unincorporated", "Route de Lennik 808", "1070", "Anderlecht",
     "Représentation étudiante facultaire"},
    {"Bureau des étudiant·es administrateur·rices (BEA)", "bea", "unincorporated", "Avenue Paul Héger 22", "1000",
     "Bruxelles", "Représentation étudiante de l’université"},
    {"Le Grain de Sel ASBL", "association", "asbl", "Rue Théodore Verhaegen 118", "1060", "Saint-Gilles",
     "Épicerie sociale et table d’hôtes"},
    {"Médiations Solidaires ASBL", "association", "asbl", "Rue du Progrès 44", "1210", "Saint-Josse-ten-Noode",
     "Accompagnement de personnes nouvellement arrivées"},
    {"L’Atelier des Devoirs ASBL", "association", "asbl", "Rue des Quatre-Vents 61", "1080", "Molenbeek-Saint-Jean",
     "Soutien scolaire et animation"},
    {"Racines Urbaines ASBL", "association", "asbl", "Chaussée de Boondael 210", "1050", "Ixelles",
     "Potagers et compost de quartier"},
    {"Tous Terrains ASBL", "association", "asbl", "Avenue de Roodebeek 12", "1200", "Woluwe-Saint-Lambert",
     "Sport ouvert à tous les publics"},
    {"Paroles Jeunes ASBL", "association", "asbl", "Rue de la Victoire 96", "1060", "Saint-Gilles",
     "Éducation permanente et débats"},
    {"Le Fil Rouge ASBL", "association", "asbl", "Rue Wayez 137", "1070", "Anderlecht", "Santé mentale et écoute"},
    {"Voisins d’ici et d’ailleurs ASBL", "association", "asbl", "Rue de Laeken 83", "1000", "Bruxelles",
     "Lien social dans le quartier Nord"},
    {"European Youth Dialogue AISBL", "association", "aisbl", "Rue Joseph II 120", "1000", "Bruxelles",
     "Participation of young people in public debate"},
    {"Collectif Zéro Reste", "association", "unincorporated", "Place Flagey 7", "1050", "Ixelles",
     "Récupération d’invendus"},
    {"CPAS de Saint-Gilles", "public-body", "public", "Rue Fernand Bernier 40", "1060", "Saint-Gilles", "Aide sociale"},
    {"CPAS d’Etterbeek", "public-body", "public", "Square Docteur Jean Joly 2", "1040", "Etterbeek",
     "Aide sociale et visites à domicile"},
    {"Commune de Schaerbeek, service Jeunesse", "public-body", "public", "Place Colignon", "1030", "Schaerbeek",
     "Projets avec les jeunes"},
    {"École communale Les Tilleuls", "school", "public", "Avenue des Tilleuls 9", "1180", "Uccle",
     "Enseignement fondamental"},
    {"Athénée royal du Parc", "school", "public", "Rue du Parc 15", "1083", "Ganshoren", "Enseignement secondaire"},
    {"Fondation Horizon partagé", "foundation", "foundation", "Rue Brederode 33", "1000", "Bruxelles",
     "Soutien à l’inclusion des personnes en situation de handicap"},
    {"Maison de repos Les Glycines", "public-body", "public", "Rue de l’Église 28", "1090", "Jette",
     "Accueil de personnes âgées"},
};

// Ten digits: eight, then 97 minus their rest by 97.
static char *
make_number (GRand *random)
{
  guint first = (g_rand_boolean (random) ? 4000000u : 7000000u) + (guint) g_rand_int_range (random, 30192, 989999);

  return g_strdup_printf ("%04u.%03u.%u%02u", first / 10000, first % 10000 / 10, first % 10, 97 - first % 97);
}

static gboolean
is_student_body (const char *kind)
{
  return g_str_equal (kind, "society") || g_str_equal (kind, "student-office") || g_str_equal (kind, "bea");
}

// Two committees: the one in office and the one before, which gives the outgoing members who may supervise.
static gboolean
add_committees (CeciSample *self, CeciDatabase *database, CeciSampleOrganisation *organisation, GRand *random,
                GError **error)
{
  static const char *const roles[] = {"Présidence", "Vice-présidence", "Trésorerie", "Secrétariat", "Communication"};
  int year = atoi (self->options->today), month = (self->options->today[5] - '0') * 10 + self->options->today[6] - '0';
  int first = month >= 5 ? year : year - 1;

  organisation->committee = g_ptr_array_new_with_free_func (g_free);
  for (int back = 2; back >= 0; back--) {
    g_autofree char *from = g_strdup_printf ("%d-05-01", first - back);
    g_autofree char *to = g_strdup_printf ("%d-04-30", first - back + 1);

    for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
      g_autofree char *name = ceci_sample_name_draw_whole (random);

      if (!ceci_sample_insert (database,
                               ceci_record_new (CECI_TYPE_MANDATE, "organisation_id", organisation->id, "holder_name",
                                                name, "role", roles[i], "starts_on", from, "ends_on", to, NULL),
                               NULL, error))
        return FALSE;
      if (back == 0)
        g_ptr_array_add (organisation->committee, g_steal_pointer (&name));
      else if (back == 1 && i == 1)
        organisation->outgoing = g_steal_pointer (&name);
    }
  }
  return TRUE;
}

static gboolean
add_offer (CeciSample *self, CeciDatabase *database, CeciSampleOrganisation *organisation, guint index, GRand *random,
           GError **error)
{
  const CeciSampleTheme *theme = ceci_sample_get_theme (index);
  g_autofree char *reference = g_strdup_printf ("TIME-%.4s-%03u", self->options->today, 100 + index * 7);
  g_autofree char *title = g_strdup_printf ("%s : %s", theme->title, theme->function);
  g_autofree char *until = ceci_date_add_days (self->options->today, g_rand_int_range (random, -60, 200));

  return ceci_sample_insert (database,
                             ceci_record_new (CECI_TYPE_OFFER, "organisation_id", organisation->id, "reference",
                                              reference, "title", title, "labelled",
                                              g_rand_int_range (random, 0, 4) != 0, "origin", "time", "minutes",
                                              (gint64) (150 + 10 * g_rand_int_range (random, 0, 6)) * 60, "valid_until",
                                              until, "description", theme->mission, NULL),
                             NULL, error);
}

static gboolean
add_body (CeciSample *self, CeciDatabase *database, guint index, GError **error)
{
  g_autoptr (GRand) random = ceci_sample_random (self, CECI_STREAM_ORGANISATION, index, 0);
  g_autofree char *contact = ceci_sample_name_draw_whole (random);
  g_autofree char *address = ceci_sample_name_to_address ("contact", bodies[index].name);
  g_autofree char *email = g_strdup_printf ("info@%s.example", address + 8);
  g_autofree char *phone = g_strdup_printf ("+32 2 %03d %02d %02d", g_rand_int_range (random, 200, 799),
                                            g_rand_int_range (random, 10, 99), g_rand_int_range (random, 10, 99));
  CeciSampleOrganisation organisation = {
      .name = g_strdup (bodies[index].name), .kind = bodies[index].kind, .legal_form = bodies[index].legal_form};
  g_autoptr (CeciOrganisation) draft = NULL;
  CeciSampleOrganisation *kept;
  g_autofree char *checked_on = // a few wait for their check
      index % 6 != 2 ? ceci_date_add_days (self->options->today, -400 - 9 * (int) index) : NULL;

  if (!g_str_equal (organisation.legal_form, "unincorporated"))
    organisation.number = make_number (random);
  draft = ceci_record_new (CECI_TYPE_ORGANISATION, "name", bodies[index].name, "kind", bodies[index].kind, "legal_form",
                           bodies[index].legal_form, "enterprise_number", organisation.number, "address",
                           bodies[index].street, "postcode", bodies[index].postcode, "city", bodies[index].city,
                           "country", "BE", "email", email, "phone", phone, "purpose", bodies[index].purpose,
                           "checked_on", checked_on, "checked_reason",
                           checked_on != NULL ? "Statuts et activités vérifiés ; encadrement rencontré." : NULL, NULL);
  g_array_append_val (self->organisations, organisation);
  kept = ceci_sample_get_organisation (self, self->organisations->len - 1);
  kept->id = ceci_organisation_repository_add (database, draft, error);
  if (kept->id == NULL)
    return FALSE;
  if (!ceci_sample_insert (database,
                           ceci_record_new (CECI_TYPE_CONTACT, "organisation_id", kept->id, "name", contact, "role",
                                            is_student_body (kept->kind) ? "Présidence" : "Coordination", "email",
                                            email, NULL),
                           NULL, error))
    return FALSE;
  if (is_student_body (kept->kind) && !add_committees (self, database, kept, random, error))
    return FALSE;
  return index % 2 == 0 || add_offer (self, database, kept, index, random, error);
}

gboolean
ceci_sample_write_organisations (CeciSample *self, CeciDatabase *database, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (!add_body (self, database, i, error))
      return FALSE;
  return TRUE;
}
