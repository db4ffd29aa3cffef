#include "dialog/content/entries.h"

#include <algorithm>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "sodium/crypto_hash_sha256.h"

namespace firstvisit {
namespace {

// The part of a path that orders texts and counts in the hash, so that a copy
// of a folder is the same content wherever it lies.
absl::string_view NameOf(const NamedText& text) {
  const absl::string_view path = text.path;
  return path.substr(path.find_last_of('/') + 1);
}

// Each part with its length, so that bytes cannot move from one to the next.
void Hash(absl::string_view part, crypto_hash_sha256_state& state) {
  unsigned char size[8];
  for (int i = 0; i < 8; ++i) {
    size[i] = static_cast<unsigned char>(part.size() >> (8 * i));
  }
  crypto_hash_sha256_update(&state, size, sizeof(size));
  crypto_hash_sha256_update(
      &state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
}

std::string HashOf(const std::vector<NamedText>& texts) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const NamedText& text : texts) {
    Hash(NameOf(text), state);
    Hash(text.text, state);
  }
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256_final(&state,
                           reinterpret_cast<unsigned char*>(&digest[0]));
  return absl::BytesToHexString(digest);
}

template <typename Spec>
void AddAll(const google::protobuf::RepeatedPtrField<Spec>& specs,
            absl::string_view field, const Spot& file,
            std::vector<Entry<Spec>>& entries) {
  for (int i = 0; i < specs.size(); ++i) {
    entries.push_back({&specs.Get(i), file.child(field, i)});
  }
}

}  // namespace

Entries::Entries(std::vector<NamedText> texts, Issues& issues) {
  std::stable_sort(texts.begin(), texts.end(),
                   [](const NamedText& a, const NamedText& b) {
                     const absl::string_view first = NameOf(a);
                     const absl::string_view second = NameOf(b);
                     return first != second ? first < second : a.path < b.path;
                   });
  hash = HashOf(texts);
  for (NamedText& text : texts) {
    auto file = std::make_unique<File>();
    file->text =
        std::make_unique<ParsedText>(std::move(text), file->message, issues);
    Add(*file);
    files_.push_back(std::move(file));
  }
}

void Entries::Add(const File& file) {
  const content::v1::ContentFile& message = file.message;
  const Spot spot = file.text->spot();
  if (message.has_protocol()) {
    protocols.push_back({&message.protocol(), spot.child("protocol")});
  }
  AddAll(message.fact(), "fact", spot, facts);
  AddAll(message.question(), "question", spot, questions);
  AddAll(message.limit(), "limit", spot, limits);
  AddAll(message.precaution(), "precaution", spot, precautions);
  AddAll(message.cause(), "cause", spot, causes);
  AddAll(message.tip(), "tip", spot, tips);
  AddAll(message.technique(), "technique", spot, techniques);
  AddAll(message.area(), "area", spot, areas);
  AddAll(message.wording(), "wording", spot, wordings);
  AddAll(message.lexicon(), "lexicon", spot, lexicons);
}

}  // namespace firstvisit
