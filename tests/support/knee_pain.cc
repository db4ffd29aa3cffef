#include "tests/support/knee_pain.h"

#include <cstdlib>
#include <iostream>

#include "dialog/content/loader.h"
#include "dialog/content/texts.h"

namespace firstvisit {

std::shared_ptr<const Content> SharedKneePain() {
  static const std::shared_ptr<const Content>& content = *[] {
    LoadedContent loaded = LoadProtocol(KneePainTexts());
    if (loaded.content == nullptr) {
      for (const Issue& issue : loaded.issues) {
        std::cerr << Format(issue) << std::endl;
      }
      std::abort();
    }
    return new std::shared_ptr<const Content>(std::move(loaded.content));
  }();
  return content;
}

const Content& KneePain() { return *SharedKneePain(); }

}  // namespace firstvisit
