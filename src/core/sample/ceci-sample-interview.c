// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's report of an interview with a committed person, in the student's language.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *question;
  const char *answers[3];
} Exchange;

static const Exchange french[] = {
    {"Comment as-tu commencé à t’engager ?",
     {"Par hasard, et un peu par curiosité. Une amie cherchait quelqu’un pour tenir une table un samedi. Je suis "
      "restée parce que les gens revenaient, et moi aussi.",
      "Ma famille donnait déjà un coup de main dans le quartier. Je n’appelais pas cela de l’engagement : c’était "
      "simplement normal de répondre quand on avait besoin de nous.",
      "Après mes études, je cherchais un lieu où l’on décide ensemble. J’ai poussé la porte pour une réunion, et on "
      "m’a confié les clés du local le mois suivant."}},
    {"Qu’est-ce qui a changé depuis tes débuts ?",
     {"Nous écrivons davantage : procès-verbaux, budgets, conventions. C’est moins spontané, mais une personne qui "
      "arrive comprend en une heure ce que nous faisons.",
      "Les besoins ont grandi plus vite que nos moyens. Nous avons appris à dire non, et surtout à dire vers qui aller "
      "quand nous ne pouvons pas aider.",
      "Les étudiant·es nous ont poussés à parler de la manière dont nous prenons la parole. Nos réunions sont plus "
      "courtes et tout le monde s’exprime."}},
    {"Quel a été le moment le plus difficile ?",
     {"Le jour où un subside sur lequel nous comptions n’est pas venu. Nous avons réuni tout le monde et tout mis sur "
      "la table, sans chercher de responsable.",
      "Le départ de trois personnes la même année. On croit que les projets tiennent grâce aux procédures ; ils "
      "tiennent grâce à celles et ceux qui transmettent.",
      "Quand j’ai compris que je ne savais plus m’arrêter. Depuis, je ne travaille plus le dimanche, et l’association "
      "ne s’en porte pas plus mal."}},
    {"Que diriez-vous du projet mené avec {first} ?",
     {"Que {event} nous a obligés à préciser pourquoi nous existons. Vouloir {aim}, c’est bien ; savoir qui sera là "
      "dans un an, c’est mieux.",
      "J’ai aimé que l’on commence par demander aux personnes concernées. Le programme a changé deux fois, et c’était "
      "bon signe.",
      "Le rétroplanning affiché au mur a calmé les réunions. On voyait d’un coup d’œil ce qui dépendait de quoi."}},
    {"Un conseil pour quelqu’un qui commence ?",
     {"Choisir une petite chose et la tenir. La confiance vient de là.",
      "Poser des questions pendant un mois avant de proposer quoi que ce soit. Et noter les réponses.",
      "Ne jamais rester seul·e avec un problème. Une association, c’est d’abord des gens qui se parlent."}},
};

static const Exchange english[] = {
    {"How did you first get involved?",
     {"By chance, and out of curiosity. A friend needed someone to run a table one Saturday. I stayed because people "
      "came back, and so did I.",
      "My family already lent a hand in the neighbourhood. We did not call it commitment: one simply answered when "
      "somebody needed us.",
      "After my studies I was looking for a place where decisions are shared. I came to one meeting, and a month later "
      "I had the keys."}},
    {"What has changed since then?",
     {"We write more: minutes, budgets, agreements. It is less spontaneous, but a newcomer understands in an hour what "
      "we do.",
      "Needs grew faster than our means. We learnt to say no, and above all to say where else to go.",
      "Students made us think about who speaks. Our meetings are shorter, and everyone is heard."}},
    {"What was the hardest moment?",
     {"The day a subsidy we relied on did not come. We gathered everybody and put everything on the table, without "
      "looking for someone to blame.",
      "Three people left in one year. You think projects stand on procedures; they stand on those who pass things on.",
      "When I noticed that I could no longer stop. I do not work on Sundays any more, and the association is none the "
      "worse for it."}},
    {"What do you make of the project with {first}?",
     {"That {event} made us say clearly why we exist. To {aim} is good; to know who will be there next year is better.",
      "I liked that it began by asking the people concerned. The programme changed twice, and that was a good sign.",
      "The schedule on the wall calmed our meetings: one saw at a glance what depended on what."}},
    {"A piece of advice for someone who starts?",
     {"Choose one small thing and keep at it. Trust comes from there.",
      "Ask questions for a month before you propose anything. And write the answers down.",
      "Never stay alone with a problem. An association is people who talk to each other."}},
};

/**
 * ceci_sample_draw_interview:
 * @story: whose
 * @dated_on: the day of the interview
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_interview (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  gboolean is_english = g_str_equal (story->language, "en");
  const Exchange *exchanges = is_english ? english : french;
  const char *title = is_english ? "Report of an interview" : "Compte-rendu d’entretien";
  const char *person = story->colleagues[g_rand_int_range (random, 0, CECI_SAMPLE_COLLEAGUES)];
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, title, story->language, dated_on);
  g_autofree char *date = ceci_date_format_long_in (dated_on, story->language);

  ceci_paper_add_text (paper, CECI_PAPER_TITLE, title);
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s, %s  ·  %s", person, story->organisation, date);
  if (is_english)
    ceci_sample_story_add (
        story, paper, CECI_PAPER_LEAD,
        "I met this member of {org} to understand what keeps a commitment alive over the years. The conversation was "
        "recorded with consent, then shortened; the answers were read and approved before I handed this in.");
  else
    ceci_sample_story_add (
        story, paper, CECI_PAPER_LEAD,
        "J’ai rencontré cette personne de l’équipe pour comprendre ce qui fait durer un engagement. La conversation a "
        "été "
        "enregistrée avec son accord puis raccourcie ; elle a relu et approuvé ses réponses avant le dépôt.");
  for (guint i = 0; i < G_N_ELEMENTS (french); i++) {
    int first = g_rand_int_range (random, 0, 3);

    ceci_sample_story_add (story, paper, CECI_PAPER_SUBHEADING, exchanges[i].question);
    ceci_sample_story_add (story, paper, CECI_PAPER_BODY, exchanges[i].answers[first]);
    if (i != 0)
      ceci_sample_story_add (story, paper, CECI_PAPER_BODY, exchanges[i].answers[(first + 1) % 3]);
  }
  ceci_paper_add_text (paper, CECI_PAPER_HEADING, is_english ? "What I take from it" : "Ce que j’en retiens");
  ceci_sample_story_add (
      story, paper, CECI_PAPER_BODY,
      is_english
          ? "Before this interview I looked for outstanding careers. I found patience, doubts and a great deal of "
            "organisation. It sheds light on my own placement: I understood that {lesson}."
          : "Avant cet entretien, je cherchais des parcours exceptionnels. J’ai trouvé de la patience, des doutes et "
            "beaucoup d’organisation. Cela éclaire mon propre stage : j’ai compris que {lesson}.");
  return ceci_sample_story_finish (story, paper, error);
}
