// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's communication plan, with a poster drawn as vectors and a picture made of pixels.

#include "config.h"

#include <math.h>

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

static const char *const channels[] = {
    "Affiches A3 dans les halls",
    "Publication Instagram",
    "Lettre d’information",
    "Valves de l’UV",
    "Bouche-à-oreille en début de cours",
    "Vidéo courte",
    "Stand au foyer",
    "Message aux délégué·es",
    "Agenda de l’ULB",
    "Radio Campus",
};
static const char *const indicators[] = {
    "nombre d’inscriptions", "vues et partages",    "taux d’ouverture",
    "questions reçues",      "personnes présentes", "retours écrits",
};

typedef struct {
  const CeciSampleStory *story;
  double hue;
  guint32 seed;
  char *date;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->date);
  g_free (picture);
}

static void
draw_poster (CeciPaper *paper, cairo_t *cairo, double x, double width, double height, const Picture *picture)
{
  const CeciSampleStory *story = picture->story;
  const CeciPaperInk title = {.size = 17, .leading = 20, .weight = PANGO_WEIGHT_BOLD, .colour = 0xffffff};
  const CeciPaperInk words = {.size = 9, .colour = 0xffffff};
  const CeciPaperInk small = {.size = 7.2, .colour = 0xffffff};
  cairo_pattern_t *gradient = cairo_pattern_create_linear (x, 0, x + width, height);
  guint32 accent = ceci_paper_get_accent (paper);
  double r = ((accent >> 16) & 0xff) / 255.0, g = ((accent >> 8) & 0xff) / 255.0, b = (accent & 0xff) / 255.0, taken;

  cairo_pattern_add_color_stop_rgb (gradient, 0, r, g, b);
  cairo_pattern_add_color_stop_rgb (gradient, 1, r * 0.45 + 0.1, g * 0.35, b * 0.55 + 0.15);
  cairo_save (cairo);
  cairo_rectangle (cairo, x, 0, width, height);
  cairo_clip_preserve (cairo);
  cairo_set_source (cairo, gradient);
  cairo_fill (cairo);
  cairo_pattern_destroy (gradient);
  for (int i = 0; i < 6; i++) {
    cairo_set_source_rgba (cairo, 1, 1, 1, 0.07 + 0.03 * i);
    cairo_arc (cairo, x + width * (0.15 + 0.17 * i), height * (0.78 - 0.06 * ((i + (int) picture->seed) % 3)),
               16 + 9 * ((i * 7 + (int) picture->seed) % 4), 0, 2 * G_PI);
    cairo_fill (cairo);
  }
  cairo_restore (cairo);
  taken = ceci_paper_draw_text (paper, cairo, &title, x + 14, 16, width - 28, story->theme->slogan);
  ceci_paper_draw_text (paper, cairo, &words, x + 14, 24 + taken, width - 28, story->theme->title);
  ceci_paper_draw_text (paper, cairo, &words, x + 14, height - 44, width - 28, picture->date);
  ceci_paper_draw_text (paper, cairo, &small, x + 14, height - 26, width - 28, story->organisation);
}

// A landscape at the end of the day: sky, sun, rows of hills or roofs, people in front.
static cairo_surface_t *
make_photograph (const Picture *picture, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, 0, height);
  g_autoptr (GRand) random = g_rand_new_with_seed (picture->seed);
  double warm = picture->hue;

  cairo_pattern_add_color_stop_rgb (sky, 0, 0.32 + 0.2 * warm, 0.52, 0.78 - 0.2 * warm);
  cairo_pattern_add_color_stop_rgb (sky, 0.7, 0.95, 0.82 - 0.1 * warm, 0.62);
  cairo_set_source (cairo, sky);
  cairo_paint (cairo);
  cairo_pattern_destroy (sky);
  cairo_set_source_rgba (cairo, 1, 0.93, 0.7, 0.9);
  cairo_arc (cairo, width * g_rand_double_range (random, 0.2, 0.8), height * 0.34, height * 0.09, 0, 2 * G_PI);
  cairo_fill (cairo);
  for (int layer = 0; layer < 4; layer++) {
    double base = height * (0.5 + 0.1 * layer), shade = 0.5 - 0.1 * layer;

    cairo_set_source_rgb (cairo, shade * (0.6 + 0.4 * warm), shade * 0.9, shade * (1.05 - 0.3 * warm));
    cairo_move_to (cairo, 0, height);
    for (int x = 0; x <= width; x += width / 24)
      cairo_line_to (cairo, x, base - g_rand_double_range (random, 0, height * (layer < 2 ? 0.12 : 0.05)));
    cairo_line_to (cairo, width, height);
    cairo_fill (cairo);
  }
  for (int i = 0; i < 9; i++) {
    double x = width * (i + g_rand_double (random)) / 9, size = height * g_rand_double_range (random, 0.05, 0.075);

    cairo_set_source_rgb (cairo, g_rand_double_range (random, 0.15, 0.85), g_rand_double_range (random, 0.2, 0.6),
                          g_rand_double_range (random, 0.2, 0.7));
    cairo_rectangle (cairo, x - size, height - size * 3.2, size * 2, size * 3.2);
    cairo_fill (cairo);
    cairo_set_source_rgb (cairo, 0.85 - 0.4 * g_rand_double (random), 0.62, 0.5);
    cairo_arc (cairo, x, height - size * 3.9, size, 0, 2 * G_PI);
    cairo_fill (cairo);
  }
  cairo_destroy (cairo);
  return surface;
}

static void
draw_pictures (CeciPaper *paper, cairo_t *cairo, double width, double height, gpointer user_data)
{
  const Picture *picture = user_data;
  double poster = height * 0.707, x = poster + 20, photograph_width = width - x;
  cairo_surface_t *photograph = make_photograph (picture, 480, (int) (480 * height / photograph_width));

  draw_poster (paper, cairo, 0, poster, height, picture);
  cairo_save (cairo);
  cairo_translate (cairo, x, 0);
  cairo_scale (cairo, photograph_width / 480.0, photograph_width / 480.0);
  cairo_set_source_surface (cairo, photograph, 0, 0);
  cairo_paint (cairo);
  cairo_restore (cairo);
  cairo_surface_destroy (photograph);
}

static void
add_plan (const CeciSampleStory *story, CeciPaper *paper, GRand *random)
{
  static const CeciPaperColumn columns[] = {{"Quand", 1.1, PANGO_ALIGN_LEFT},
                                            {"Canal", 2.6, PANGO_ALIGN_LEFT},
                                            {"Public", 2.8, PANGO_ALIGN_LEFT},
                                            {"Responsable", 1.9, PANGO_ALIGN_LEFT},
                                            {"Indicateur", 1.9, PANGO_ALIGN_LEFT}};
  CeciPaperTable *table = ceci_paper_table_new (CECI_PAPER_TABLE_RULED, columns, G_N_ELEMENTS (columns));
  int first = g_rand_int_range (random, 0, G_N_ELEMENTS (channels));

  for (int i = 0; i < 7; i++) {
    g_autofree char *date = ceci_sample_date_between (story->starts_on, story->ends_on, 0.25 + 0.1 * i);
    g_autofree char *day = g_strdup_printf ("%.2s/%.2s", date + 8, date + 5);

    ceci_paper_table_add (table, day, channels[(first + i) % G_N_ELEMENTS (channels)],
                          story->theme->audiences[i % CECI_SAMPLE_AUDIENCES],
                          story->colleagues[g_rand_int_range (random, 0, CECI_SAMPLE_COLLEAGUES)],
                          indicators[g_rand_int_range (random, 0, G_N_ELEMENTS (indicators))], NULL);
  }
  ceci_paper_add_table (paper, table);
}

/**
 * ceci_sample_draw_communication:
 * @story: whose
 * @dated_on: the day it was drawn up
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_communication (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, "Plan de communication", "fr", dated_on);
  g_autofree char *event_on = ceci_sample_date_between (story->starts_on, story->ends_on, 0.85);
  Picture *picture = g_new0 (Picture, 1);

  picture->story = story;
  picture->hue = g_rand_double (random);
  picture->seed = g_rand_int (random);
  picture->date = ceci_date_format_long_in (event_on, "fr");
  ceci_paper_add_text (paper, CECI_PAPER_TITLE, "Plan de communication");
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  %s", story->theme->title, story->organisation);
  ceci_sample_story_add (story, paper, CECI_PAPER_LEAD,
                         "Objectif : faire connaître {event} et {aim}, avec un message que chacun·e peut redire en une "
                         "phrase : « {slogan} ».");
  ceci_paper_add_space (paper, 6);
  ceci_paper_add_drawing (paper, 236, draw_pictures, picture, picture_free);
  ceci_paper_add_text (paper, CECI_PAPER_CAPTION,
                       "À gauche, l’affiche retenue ; à droite, l’illustration du dossier de presse.");
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Nos publics");
  for (guint i = 0; i < CECI_SAMPLE_AUDIENCES; i++)
    ceci_paper_add_format (paper, CECI_PAPER_ITEM,
                           "%s : environ %d personnes à toucher, dont un quart qui ne nous connaît pas encore.",
                           story->theme->audiences[i], 20 * g_rand_int_range (random, 3, 30));
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Calendrier");
  add_plan (story, paper, random);
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, "Ton, accessibilité, budget");
  ceci_sample_story_add (
      story, paper, CECI_PAPER_BODY,
      "Les textes sont courts, en écriture inclusive lisible, et chaque image porte une description. Les couleurs sont "
      "vérifiées pour le contraste. {a} relit tous les textes avant publication et {b} répond aux messages dans les "
      "deux jours.");
  ceci_paper_add_format (paper, CECI_PAPER_BODY,
                         "Le budget d’impression est limité à %d\u00a0€ ; tout le reste passe par des canaux gratuits.",
                         10 * g_rand_int_range (random, 6, 18));
  return ceci_sample_story_finish (story, paper, error);
}
