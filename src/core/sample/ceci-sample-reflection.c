// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's reflective analysis: several pages of answers to the questions of the regulation, in the student's
// language.

#include "config.h"

#include "ceci-sample-documents.h"
#include "core/store/ceci-date.h"

typedef struct {
  const char *question;
  const char *paragraphs[5];
} Answer;

static const Answer french[] = {
    {"Quel engagement as-tu mené, et pourquoi celui-là ?",
     {"J’ai passé {hours} heures avec {org}. Mon rôle touchait à tout : écrire, téléphoner, porter des tables, "
      "écouter. Le but commun était de {aim}, et mon travail a surtout consisté à préparer {event}.",
      "Je n’ai pas choisi cette mission par vocation. Je l’ai choisie parce que l’équipe m’a répondu en une heure, "
      "avec une liste de questions auxquelles je ne savais pas répondre. Cela m’a donné envie de chercher.",
      "Avant CECi, je connaissais l’association par ses affiches. De l’intérieur, j’ai découvert un budget, des "
      "statuts, une assemblée générale et des désaccords. C’est ce décalage qui m’a intéressé le plus.",
      "Mes études m’avaient appris à analyser les politiques publiques. Je voulais voir ce qu’elles deviennent quand "
      "elles arrivent dans un local de quartier, avec une cafetière et douze chaises.",
      "La proximité a compté : le local est à dix minutes de chez moi et je croisais chaque jour des personnes "
      "concernées sans leur parler. M’engager là, c’était aussi changer ma façon d’habiter le quartier."}},
    {"Raconte une situation qui t’a fait réfléchir.",
     {"Un mardi de pluie, personne n’est venu. Nous avions prévu pour trente. J’ai d’abord cherché la faute dans la "
      "communication ; {a} a posé une autre question : à qui cet horaire convient-il vraiment ? Nous avons appelé huit "
      "personnes. La réponse tenait en deux mots : les enfants.",
      "Lors de la troisième réunion, j’ai coupé la parole à quelqu’un sans m’en rendre compte. {b} me l’a dit après, "
      "calmement. Depuis, je note les demandes de parole et je compte combien de fois j’interviens. Les chiffres m’ont "
      "surpris.",
      "Nous avons reçu un message agressif sous une publication. L’équipe voulait l’effacer. Nous avons fini par "
      "répondre en trois phrases, avec les faits, et par inviter la personne à venir. Elle est venue, et elle est "
      "restée une heure.",
      "Le jour de {event}, la sonorisation est tombée en panne pendant vingt minutes. J’ai vu la salle se débrouiller "
      "sans nous : on s’est rapproché, on a parlé moins fort. Ce moment imprévu a été le meilleur de la journée.",
      "Une participante m’a demandé si j’étais payé·e pour être là. J’ai répondu non, puis j’ai pensé aux crédits, à "
      "mon CV, à la fierté. Mon engagement n’est pas gratuit, et c’est plus honnête de le dire."}},
    {"Quels modules ou quelles idées t’ont servi, et comment ?",
     {"Le module « Gestion de Projet » m’a donné le rétroplanning, que nous avons affiché au mur. L’outil est simple ; "
      "ce qui a changé, c’est de pouvoir dire non à une idée de plus parce que l’on voyait la date approcher.",
      "Le module « Fonctionnement d’une Association » m’a permis de lire les comptes. J’ai compris que notre "
      "trésorerie dépendait d’un seul subside et j’ai proposé de séparer le budget de l’activité de celui de l’année.",
      "Du module « Communication », je garde l’idée de mise en récit. Notre premier texte parlait de nous ; le second "
      "parlait d’une personne et de sa journée. Le second a été partagé six fois plus.",
      "Le module « Engagement Citoyen » distingue plusieurs formes d’engagement. Cela m’a aidé à accepter que "
      "certaines personnes donnent une heure et d’autres une année, sans les classer.",
      "J’ai voulu appliquer la matrice des risques telle quelle. Elle faisait quatre pages et personne ne l’a lue. "
      "Réduite à cinq lignes, elle a évité au moins un problème : le local de remplacement était réservé."}},
    {"Qu’est-ce qui n’a pas fonctionné, et qu’en as-tu fait ?",
     {"Je dois le dire simplement : {limit}. Sur le moment, j’ai travaillé davantage au lieu d’en parler. Le retard "
      "s’est vu quand même, et la confiance en a souffert un peu.",
      "J’ai sous-estimé le temps des autres. Un message envoyé n’est pas une tâche terminée. À partir du deuxième "
      "mois, chaque demande portait une date, une personne et une solution de repli.",
      "Nous avons touché surtout des gens qui nous ressemblent. Les chiffres de participation sont bons, mais "
      "l’enquête montre que deux personnes sur trois étaient déjà convaincues. C’est la limite la plus sérieuse du "
      "projet.",
      "Ma maître de stage, {sup}, m’a fait remarquer que mes comptes-rendus étaient exacts et illisibles. J’ai appris "
      "à commencer par la décision. Ce retour m’a vexé pendant deux jours et m’est utile depuis six mois.",
      "Avec le recul, le conflit sur le choix du lieu n’était pas un problème d’organisation mais de reconnaissance : "
      "une personne qui portait le projet depuis trois ans n’avait pas été consultée. Nous l’avons compris trop tard, "
      "et nous le lui avons dit."}},
    {"Qu’as-tu appris sur toi, sur les autres, sur la société ?",
     {"J’ai compris que {lesson}. Cette idée paraît évidente écrite ainsi ; il m’a fallu plusieurs semaines et "
      "quelques erreurs pour qu’elle change ma manière d’agir.",
      "Je me croyais à l’aise en groupe. Je le suis quand le groupe me ressemble. J’ai travaillé avec des personnes de "
      "vingt à septante-huit ans, et j’ai dû apprendre plusieurs façons de me taire.",
      "Ce que je prenais pour de l’indifférence était souvent de la fatigue, des horaires, une peur de mal faire. Je "
      "regarde autrement les personnes qui ne viennent pas.",
      "Une association est un lieu politique, même quand elle ne prend pas parti : on y décide qui parle, qui paie, "
      "qui nettoie. J’ai vu ces décisions se prendre, parfois sans être dites.",
      "J’ai gagné en méthode, mais ce n’est pas le principal. J’ai surtout appris à distinguer ce que je sais faire, "
      "ce que je peux apprendre et ce que je dois confier."}},
    {"Et maintenant ?",
     {"Je reste avec {org} une année de plus, avec un rôle réduit : transmettre. Un classeur, deux après-midi de "
      "passation et mon numéro de téléphone pendant trois mois.",
      "Je voudrais que l’équipe suivante commence par rencontrer les personnes qui ne sont pas venues. Si je "
      "recommençais, je consacrerais le premier mois à cela et rien d’autre.",
      "Dans mes études, j’ai choisi un séminaire lié à ce sujet et je compte écrire mon mémoire à partir d’une "
      "question née ici : comment un groupe décide-t-il de s’arrêter ?",
      "Je ne sais pas si je ferai carrière dans le secteur associatif. Je sais que je ne pourrai plus travailler "
      "quelque part sans demander qui n’est pas autour de la table.",
      "À court terme, je propose à la prochaine assemblée générale que chaque projet réserve une ligne de budget à son "
      "évaluation. C’est peu, et c’est ce qui nous a manqué."}},
};

static const Answer english[] = {
    {"What did you commit to, and why that?",
     {"I spent {hours} hours with {org}. My role touched everything: writing, phoning, carrying tables, listening. The "
      "shared aim was to {aim}, and most of my work went into preparing {event}.",
      "I did not choose this assignment out of vocation. I chose it because the team answered within the hour, with a "
      "list of questions I could not answer. That made me want to find out.",
      "Before CECi I knew the association by its posters. From the inside I discovered a budget, articles of "
      "association, a general meeting and disagreements. That gap interested me most.",
      "My studies taught me to analyse public policy. I wanted to see what becomes of it when it reaches a room in a "
      "neighbourhood, with a coffee pot and twelve chairs.",
      "As someone new to Brussels, I was looking for a way in that did not go through other exchange students. A "
      "shared task turned out to be a better language course than any other."}},
    {"Describe a situation that made you think.",
     {"One rainy Tuesday nobody came. We had planned for thirty. I first blamed our communication; {a} asked another "
      "question: whom does this time of day really suit? We rang eight people. The answer was one word: children.",
      "In the third meeting I interrupted someone without noticing. {b} told me afterwards, calmly. Since then I keep "
      "a list of speakers and count how often I step in. The figures surprised me.",
      "We received a hostile message under a post. The team wanted to delete it. In the end we answered in three "
      "sentences, with the facts, and invited the person. They came, and stayed for an hour.",
      "On the day of {event} the sound system failed for twenty minutes. I watched the room manage without us: people "
      "moved closer and spoke more softly. The unplanned moment was the best of the day.",
      "A participant asked whether I was paid to be there. I said no, then thought of the credits, of my CV, of pride. "
      "My commitment is not free of interest, and it is more honest to say so."}},
    {"Which modules or ideas did you use, and how?",
     {"“Project Management” gave me the backward schedule, which we hung on the wall. The tool is simple; what changed "
      "is that we could turn down one more idea because everyone saw the date coming.",
      "“How an Association Works” taught me to read accounts. I understood that our cash depended on one subsidy, and "
      "proposed to keep the activity’s budget apart from the year’s.",
      "From “Communication” I keep storytelling. Our first text spoke of ourselves; the second spoke of one person and "
      "her day. The second was shared six times as often.",
      "“Civic Engagement” distinguishes forms of commitment. It helped me accept that some people give an hour and "
      "others a year, without ranking them.",
      "I tried to use the risk matrix as it stands. It filled four pages and nobody read it. Cut down to five lines, "
      "it prevented at least one problem: the second venue was booked."}},
    {"What did not work, and what did you do about it?",
     {"I must say it plainly: {limit}. At the time I worked more instead of talking about it. The delay showed anyway, "
      "and trust suffered a little.",
      "I underestimated other people’s time. A message sent is not a task done. From the second month on, every "
      "request had a date, a person and a fallback.",
      "We mostly reached people like ourselves. Attendance looks good, but the survey shows that two out of three were "
      "already convinced. That is the project’s most serious limit.",
      "My supervisor, {sup}, pointed out that my minutes were exact and unreadable. I learnt to begin with the "
      "decision. The remark hurt for two days and has been useful for six months.",
      "In hindsight the conflict about the venue was not about organisation but about recognition: someone who had "
      "carried the project for three years had not been asked. We understood it too late, and told her so."}},
    {"What did you learn about yourself, others, society?",
     {"I understood that {lesson}. Written down, it looks obvious; it took me weeks and a few mistakes before it "
      "changed what I do.",
      "I thought I was at ease in groups. I am when the group resembles me. I worked with people aged twenty to "
      "seventy-eight, and had to learn several ways of keeping silent.",
      "What I took for indifference was often tiredness, timetables, a fear of doing wrong. I look differently at "
      "those who do not come.",
      "An association is a political place even when it takes no side: one decides there who speaks, who pays, who "
      "cleans. I watched these decisions being made, sometimes without words.",
      "I gained in method, but that is not the main thing. I learnt to tell apart what I can do, what I can learn and "
      "what I should hand over."}},
    {"And now?",
     {"I am staying with {org} for another year, in a smaller role: passing things on. A binder, two afternoons of "
      "handover, and my phone number for three months.",
      "I would like the next team to begin by meeting the people who did not come. If I started again, I would give "
      "the first month to that and nothing else.",
      "In my studies I chose a seminar on this subject and hope to write my thesis about a question that was born "
      "here: how does a group decide to stop?",
      "I do not know whether I will work in this sector. I know that I will not work anywhere without asking who is "
      "missing around the table.",
      "In the short term I propose to the next general meeting that each project keep a line of its budget for its "
      "evaluation. It is little, and it is what we lacked."}},
};

/**
 * ceci_sample_draw_reflection:
 * @story: whose
 * @dated_on: the day it was finished
 * @random: what varies
 * @error: why there is none
 */
GBytes *
ceci_sample_draw_reflection (const CeciSampleStory *story, const char *dated_on, GRand *random, GError **error)
{
  gboolean is_english = g_str_equal (story->language, "en");
  const Answer *answers = is_english ? english : french;
  const char *title = is_english ? "Reflective analysis" : "Analyse réflexive";
  g_autoptr (CeciPaper) paper = ceci_sample_story_paper (story, title, story->language, dated_on);
  g_autofree char *date = ceci_date_format_long_in (dated_on, story->language);

  ceci_paper_add_text (paper, CECI_PAPER_TITLE, title);
  ceci_paper_add_format (paper, CECI_PAPER_SUBTITLE, "%s  ·  %s  ·  %s", story->student,
                         is_english ? story->theme->title_en : story->theme->title, date);
  for (guint i = 0; i < G_N_ELEMENTS (french); i++) {
    int left_out = g_rand_int_range (random, 0, 5);

    ceci_paper_add_format (paper, CECI_PAPER_HEADING, "%u. %s", i + 1, answers[i].question);
    // the first question names the placement and the fourth its limit: their first paragraph always stands
    for (int j = 0; j < 5; j++)
      if (j != left_out || (j == 0 && (i == 0 || i == 3)))
        ceci_sample_story_add (story, paper, CECI_PAPER_LEAD, answers[i].paragraphs[j]);
  }
  ceci_paper_add_space (paper, 8);
  ceci_paper_add_text (
      paper, CECI_PAPER_SMALL,
      is_english ? "First names are used with consent. A fellow student proofread this text without rewriting it."
                 : "Les prénoms sont cités avec l’accord des personnes. Ce texte a été relu par une autre "
                   "participante, sans être réécrit.");
  return ceci_sample_story_finish (story, paper, error);
}
