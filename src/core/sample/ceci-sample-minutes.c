// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's minutes of a meeting.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

static const char *const places[] = {
    "Local de l’association",           "Foyer culturel, campus du Solbosch", "Salle S.UD2.120, campus du Solbosch",
    "Bibliothèque, salle de travail 4", "Campus de la Plaine, Forum B",       "En ligne, puis au local",
};

static const char *const openings[] = {
    "La séance s’ouvre à %s. Le procès-verbal de la réunion précédente est approuvé sans remarque.",
    "La séance s’ouvre à %s. Une correction est apportée au procès-verbal précédent, qui est ensuite approuvé.",
    "La séance s’ouvre à %s avec un tour de table : chacun·e dit où en est sa tâche et ce qui l’arrête.",
};

// What is said after a topic's facts; {} is a first name.
static const char *const remarks[] = {
    "{} demande que le point soit revu à la prochaine réunion.",
    "{} propose une solution moins chère, qui est examinée sur-le-champ.",
    "Après un échange d’une dizaine de minutes, le groupe tombe d’accord.",
    "{} rappelle ce qui avait été décidé l’an dernier.",
    "Deux avis s’opposent ; un vote à main levée tranche à cinq voix contre une.",
    "{} s’inquiète du délai et accepte de suivre ce point chaque semaine.",
    "Personne ne s’y oppose.",
    "{} partagera le document par courriel avant la fin de la semaine.",
};

static const char *const roles[] = {"présidence", "secrétariat", "trésorerie", "communication", "logistique"};

static void
add_people (const CeciSampleStory *story, CeciPaper *paper, const char *dated_on, GRand *random)
{
  static const CeciPaperColumn columns[] = {{NULL, 1, PANGO_ALIGN_LEFT}, {NULL, 4.4, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_PLAIN, columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) present = g_string_new (NULL);
  g_autofree char *date = ceci_date_format_long_in (dated_on, "fr");
  g_autofree char *next_on = ceci_date_add_days (dated_on, 14 + 7 * g_rand_int_range (random, 0, 2));
  g_autofree char *next = ceci_date_format_long_in (next_on, "fr");
  int absent = g_rand_int_range (random, 1, CECI_SAMPLE_COLLEAGUES);

  for (int i = 0; i < CECI_SAMPLE_COLLEAGUES; i++)
    if (i != absent)
      g_string_append_printf (present, "%s%s (%s)", present->len > 0 ? ", " : "", story->colleagues[i], roles[i]);
  g_string_append_printf (present, ", %s (stage CECi, prise de notes)", story->student);
  ceci_paper_table_add (table, "Date", date, NULL);
  ceci_paper_table_add (table, "Lieu", places[g_rand_int_range (random, 0, G_N_ELEMENTS (places))], NULL);
  ceci_paper_table_add (table, "Présences", present->str, NULL);
  ceci_paper_table_add (table, "Excusé·e", story->colleagues[absent], NULL);
  ceci_paper_table_add (table, "Prochaine réunion", next, NULL);
  ceci_paper_add_table (paper, table);
}

static void
add_actions (const CeciSampleStory *story, CeciPaper *paper, const char *dated_on, const guint *order, guint n,
             GRand *random)
{
  static const CeciPaperColumn columns[] = {
      {"Action", 4.4, PANGO_ALIGN_LEFT}, {"Responsable", 2.2, PANGO_ALIGN_LEFT}, {"Pour le", 1.3, PANGO_ALIGN_RIGHT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n; i++) {
    g_autofree char *due = ceci_date_add_days (dated_on, g_rand_int_range (random, 4, 24));
    const char *who = i == 1 ? story->student : story->colleagues[g_rand_int_range (random, 0, CECI_SAMPLE_COLLEAGUES)];
    g_autofree char *day = g_strdup_printf ("%.2s/%.2s/%.4s", due + 8, due + 5, due);

    ceci_paper_table_add (table, story->theme->topics[order[i]].decided, who, day, NULL);
  }
  ceci_paper_add_table (paper, table);
}

// The same topics in another order each time.
static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n - 1; i > 0; i--) {
    guint other = (guint) g_rand_int_range (random, 0, (int) i + 1), kept = order[i];

    order[i] = order[other];
    order[other] = kept;
  }
}

/**
 * ceci_sample_draw_minutes:
 * @story: whose
 * @dated_on: the day of the meeting
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_minutes (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, "Procès-verbal de réunion", "fr", dated_on);
  guint order[CECI_SAMPLE_TOPICS], n = (guint) g_rand_int_range (random, 4, CECI_SAMPLE_TOPICS + 1);
  g_autofree char *start =
      g_strdup_printf ("%d\u00a0h\u00a0%02d", g_rand_int_range (random, 12, 20), g_rand_int_range (random, 0, 4) * 10);
  g_autoptr (GString) opening = g_string_new (openings[g_rand_int_range (random, 0, G_N_ELEMENTS (openings))]);
  g_autoptr (GString) remark = g_string_new (NULL);
  guint first_remark = g_rand_int_range (random, 0, G_N_ELEMENTS (remarks));

  shuffle (order, CECI_SAMPLE_TOPICS, random);
  g_string_replace (opening, "%s", start, 0);
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Procès-verbal de réunion");
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  %s", story->organisation, story->theme->title);
  add_people (story, paper, dated_on, random);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Ordre du jour");
  for (guint i = 0; i < n; i++)
    ceci_paper_add_text (paper, CECI_PAPER_ITEM, story->theme->topics[order[i]].title);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Discussion et décisions");
  ceci_paper_add_text (paper, CECI_PAPER_BODY, opening->str);
  for (guint i = 0; i < n; i++) {
    char name[64];

    ceci_paper_add_format (paper, CECI_PAPER_SUBHEADING, "%u. %s", i + 1, story->theme->topics[order[i]].title);
    g_string_assign (remark, remarks[(first_remark + i) % G_N_ELEMENTS (remarks)]);
    g_string_replace (remark, "{}",
                      ceci_sample_first_name (story->colleagues[g_rand_int_range (random, 0, CECI_SAMPLE_COLLEAGUES)],
                                              name, sizeof name),
                      0);
    ceci_paper_add_format (paper, CECI_PAPER_BODY, "%s %s", story->theme->topics[order[i]].said, remark->str);
    ceci_paper_add_format (paper, CECI_PAPER_QUOTE, "Décision : %s", story->theme->topics[order[i]].decided);
  }
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "À faire");
  add_actions (story, paper, dated_on, order, n, random);
  ceci_paper_add_format (paper, CECI_PAPER_SMALL,
                         "Procès-verbal rédigé par %s. Les remarques sont attendues dans les huit jours ; passé ce "
                         "délai, il est tenu pour approuvé.",
                         story->student);
  return ceci_sample_story_finish (story, paper, error);
}
