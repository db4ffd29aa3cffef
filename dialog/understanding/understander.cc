#include "dialog/understanding/understander.h"

#include <utility>

#include "dialog/understanding/listener.h"
#include "dialog/understanding/matters.h"

namespace firstvisit {

absl::StatusOr<std::unique_ptr<const Understander>> Understander::Create(
    const Content& content) {
  auto listener = Listener::Create(MakeMatters(content), content.lexicons());
  if (!listener.ok()) return listener.status();
  return std::unique_ptr<const Understander>(*std::move(listener));
}

}  // namespace firstvisit
