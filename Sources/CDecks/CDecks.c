#include "CDecks.h"

static const unsigned char world[] = {
#embed "../../Decks/world.json"
};
static const unsigned char alliances[] = {
#embed "../../Decks/alliances.json"
};
static const unsigned char cold_war[] = {
#embed "../../Decks/cold-war.json"
};

struct deck {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
};

static const struct deck decks[] = {
    {"world.json", world, sizeof world},
    {"alliances.json", alliances, sizeof alliances},
    {"cold-war.json", cold_war, sizeof cold_war},
};

size_t muster_deck_count(void) { return sizeof decks / sizeof decks[0]; }
const char *muster_deck_name(size_t index) { return decks[index].name; }
const unsigned char *muster_deck_bytes(size_t index) { return decks[index].bytes; }
size_t muster_deck_size(size_t index) { return decks[index].size; }
