// SPDX-License-Identifier: GPL-3.0-or-later
// Names as they are heard in Brussels: families and first names that mostly go together, and some that do not.

#include "config.h"

#include "ceci-sample-names.h"
#include "core/store/ceci-fold.h"

#define MOST 40

typedef struct {
  guint share; // of a hundred
  const char *families[MOST], *women[MOST], *men[MOST];
} Community;

static const Community communities[] = {
    {34,
     {"Dubois",         "Lambert",
      "Dupont",         "Leclercq",
      "Simon",          "Laurent",
      "Martin",         "Denis",
      "Renard",         "Lejeune",
      "Collard",        "Delvaux",
      "Gérard",         "Noël",
      "Évrard",         "Piérard",
      "Lacroix",        "François",
      "Bertrand",       "Marchal",
      "Thiry",          "Hermans-Dujardin",
      "de Villenfagne", "D’Hoore",
      "Lefèbvre",       "Delhaye",
      "Mathieu",        "de Wouters d’Oplinter",
      "Poncelet",       "Wauters",
      "Lambert-Dubois", "Charlier",
      "Godefroid"},
     {"Camille", "Élodie",   "Juliette", "Manon",    "Zoé",    "Clara",   "Louise", "Margaux",
      "Chloé",   "Anaïs",    "Héloïse",  "Mathilde", "Noémie", "Justine", "Alice",  "Marie-Charlotte",
      "Amélie",  "Éléonore", "Lola",     "Victoire", "Adèle",  "Inès"},
     {"Louis",  "Hugo", "Nathan", "Théo",  "Arthur", "Maxime",   "Antoine", "Jean-Baptiste", "Guillaume", "Simon",
      "Martin", "Loïc", "Benoît", "Cyril", "Émile",  "François", "Gaspard", "Aurélien",      "Thibault",  "Clément"}},
    {20,
     {"Peeters",      "Janssens",  "Van den Broeck", "Van de Velde", "De Smet",         "D’Hondt",
      "Vandenberghe", "Mertens",   "Claes",          "Wouters",      "Van den Bossche", "De Backer",
      "Vandenbulcke", "Verhaegen", "Van Damme",      "De Ridder",    "Goossens",        "Hermans",
      "Vermeulen",    "Smets",     "Van der Linden", "T’Kint",       "Vanderstraeten",  "De Clercq",
      "Baeten",       "Cools",     "Van Hove-Leroy"},
     {"Emma", "Lotte", "Charlotte", "Laura", "Julie", "Hanne", "Marie", "Elise", "Nina", "Saar", "Lien", "Sarah",
      "Maud", "Ellen"},
     {"Lucas", "Wout", "Thomas", "Pieter", "Jonas", "Bram", "Mathias", "Alexander", "Robin", "Jasper", "Nicolas",
      "Michiel"}},
    {16,
     {"El Amrani", "Benali", "El Idrissi", "Bouazza", "Ouali", "Ben Saïd", "Chaouki", "Haddad", "El Khattabi", "Amghar",
      "Lahlou", "Boukhari", "Zerouali", "Aït Hamou", "Messaoudi", "Belkacem", "Trabelsi", "Al-Khatib", "Mansouri"},
     {"Nora", "Yasmine", "Salma", "Imane", "Sara", "Lina", "Hajar", "Kenza", "Samira", "Assia", "Rania", "Farah",
      "Soukaïna"},
     {"Mehdi", "Youssef", "Ayoub", "Ilyas", "Bilal", "Anas", "Karim", "Reda", "Hamza", "Nabil", "Zakaria", "Walid"}},
    {9,
     {"Diallo", "Bah", "Barry", "Kabongo", "Mbuyi", "Ilunga", "Tshibangu", "Mukendi", "Uwimana", "Mugisha", "Habimana",
      "N’Diaye", "Traoré", "Kouassi", "Ngo Bassong", "Nkurunziza", "Mutombo-Claes"},
     {"Grâce", "Aminata", "Fatoumata", "Divine", "Chancelle", "Aline", "Mariam", "Naomi", "Ornella", "Raïssa"},
     {"Christian", "Mamadou", "Prince", "Ibrahima", "Junior", "Patrick", "Yann", "Olivier", "Trésor", "Cédric"}},
    {8,
     {"Rossi", "D’Angelo", "Di Stefano", "Lo Presti", "da Silva", "Ferreira", "dos Santos", "García López", "Fernández",
      "Papadopoulos", "Conti", "Moreira Alves", "De Luca", "Della Faille-Rossi", "Ruiz"},
     {"Giulia", "Sofia", "Inês", "Beatriz", "Chiara", "Elena", "Lucía", "Alessia", "Eleni", "Mariana"},
     {"Luca", "Marco", "Thiago", "Diego", "Matteo", "João", "Alessandro", "Rafael", "Nikos", "Pablo"}},
    {7,
     {"Yılmaz", "Kaya", "Demir", "Öztürk", "Popescu", "Ionescu", "Kowalski", "Nowak", "Dimitrov", "Hoxha", "Krasniqi",
      "Čović", "Horváth"},
     {"Elif", "Zeynep", "Andreea", "Ioana", "Zuzanna", "Katarzyna", "Merve", "Elira", "Mila", "Ivana"},
     {"Emre", "Can", "Andrei", "Mihai", "Jakub", "Piotr", "Arda", "Luan", "Stefan", "Bálint"}},
    {6,
     {"Nguyễn", "Trần", "Zhang", "Li", "Singh", "Patel", "Rahimi", "Ahmadzai", "Kim", "Müller", "O’Brien", "Andersson",
      "Smith"},
     {"Linh", "Mei", "Priya", "Anjali", "Shirin", "Parwana", "Seo-yeon", "Johanna", "Aoife", "Astrid"},
     {"Minh", "Wei", "Arjun", "Rohan", "Omid", "Farid", "Min-jun", "Felix", "Cillian", "Oskar"}},
};

static const char *const either[] = {"Camille", "Sacha", "Charlie", "Maxence", "Alix", "Andréa", "Noa", "Robin", "Lou"};

static guint
count (const char *const *names)
{
  guint n = 0;

  while (n < MOST && names[n] != NULL)
    n++;
  return n;
}

static const Community *
draw_community (GRand *random)
{
  guint drawn = (guint) g_rand_int_range (random, 0, 100), sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (communities); i++) {
    sum += communities[i].share;
    if (drawn < sum)
      return &communities[i];
  }
  return &communities[0];
}

/**
 * ceci_sample_name_draw:
 * @self: (out caller-allocates): a name; free its family name
 * @random: where it is drawn from
 */
void
ceci_sample_name_draw (CeciSampleName *self, GRand *random)
{
  const Community *family = draw_community (random);
  const Community *first = g_rand_int_range (random, 0, 8) == 0 ? draw_community (random) : family;
  int gender = g_rand_int_range (random, 0, 100);

  self->family_name = g_strdup (family->families[g_rand_int_range (random, 0, (int) count (family->families))]);
  // a second family name, as children of two parents bear
  if (g_rand_int_range (random, 0, 22) == 0) {
    const Community *other = draw_community (random);
    g_autofree char *one = g_steal_pointer (&self->family_name);

    self->family_name =
        g_strconcat (one, g_rand_boolean (random) ? "-" : " ",
                     other->families[g_rand_int_range (random, 0, (int) count (other->families))], NULL);
  }
  if (gender < 4) {
    self->gender = "other";
    self->first_name = either[g_rand_int_range (random, 0, G_N_ELEMENTS (either))];
  } else if (gender < 62) {
    self->gender = "female";
    self->first_name = first->women[g_rand_int_range (random, 0, (int) count (first->women))];
  } else {
    self->gender = "male";
    self->first_name = first->men[g_rand_int_range (random, 0, (int) count (first->men))];
  }
}

/**
 * ceci_sample_name_draw_whole:
 * @random: where it is drawn from
 *
 * Returns: (transfer full): «Nora El Amrani»
 */
char *
ceci_sample_name_draw_whole (GRand *random)
{
  CeciSampleName name;
  char *whole;

  ceci_sample_name_draw (&name, random);
  whole = g_strconcat (name.first_name, " ", name.family_name, NULL);
  g_free (name.family_name);
  return whole;
}

/**
 * ceci_sample_name_to_address:
 * @first_name: a first name
 * @family_name: a family name
 *
 * Returns: (transfer full): what stands before @ in an address
 */
char *
ceci_sample_name_to_address (const char *first_name, const char *family_name)
{
  g_autofree char *whole = g_strconcat (first_name, ".", family_name, NULL);
  g_autofree char *folded = ceci_fold (whole);
  g_autofree char *ascii = g_str_to_ascii (folded, "C");
  GString *address = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p))
      g_string_append_c (address, *p);
    else if ((*p == ' ' || *p == '.') && address->len > 0 && address->str[address->len - 1] != '.')
      g_string_append_c (address, '.');
  }
  return g_string_free (address, FALSE);
}
