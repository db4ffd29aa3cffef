// Whether the protocol's settings name what exists.
//
//   CheckProtocol(entries, content, locales, issues);
//
// A pure function; `content` and `locales` are compiled from `entries`.

#ifndef FIRSTVISIT_DIALOG_CONTENT_PROTOCOL_CHECKS_H_
#define FIRSTVISIT_DIALOG_CONTENT_PROTOCOL_CHECKS_H_

#include <vector>

#include "dialog/content/content.h"
#include "dialog/content/entries.h"
#include "dialog/content/issue.h"
#include "dialog/content/locale_entries.h"

namespace firstvisit {

void CheckProtocol(const Entries& entries, const Content& content,
                   const std::vector<LocaleEntries>& locales, Issues& issues);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_PROTOCOL_CHECKS_H_
