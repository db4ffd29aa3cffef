#include "dialog/content/builder.h"

#include <algorithm>

#include "dialog/content/advice_checks.h"
#include "dialog/content/conclusion_builder.h"
#include "dialog/content/lent_phrases.h"
#include "dialog/content/order_checks.h"
#include "dialog/content/protocol_checks.h"
#include "dialog/content/question_builder.h"
#include "dialog/content/question_checks.h"
#include "dialog/content/rule_checks.h"
#include "dialog/content/wording_checks.h"

namespace firstvisit {

ContentBuilder::ContentBuilder(const Entries& entries, const Content* lender,
                               Issues& issues)
    : entries_(entries),
      lender_(lender),
      issues_(issues),
      registry_(entries, issues),
      content_(std::make_shared<Content>()) {}

std::shared_ptr<const Content> ContentBuilder::Build() {
  if (!entries_.protocols.empty()) {
    const auto& protocol = entries_.protocols.front();
    content_->protocol_ = *protocol;
    registry_.Sources(protocol->source(), protocol.spot, issues_);
  }
  content_->hash_ = entries_.hash;
  BuildQuestionsAndConclusions();
  BuildLocales();
  BuildLexicons();
  CheckAll();
  if (issues_.has_errors()) return nullptr;
  return std::move(content_);
}

void ContentBuilder::BuildQuestionsAndConclusions() {
  Content& content = *content_;
  content.questions_ = BuildQuestions(entries_, registry_, issues_);
  content.groups_ = BuildGroups(content.questions_);
  for (size_t i = 0; i < content.questions_.size(); ++i) {
    const QuestionIndex index = static_cast<QuestionIndex>(i);
    content.by_id_.Add(content.questions_[i].id(), index);
    content.by_fact_.Add(content.questions_[i].fact, index);
    if (!content.questions_[i].ask_when.always() ||
        !content.questions_[i].implied.empty()) {
      content.settled_.push_back(index);
    }
  }
  content.advice_ = BuildAdvice(entries_, registry_, issues_);
  content.limits_ = BuildLimits(entries_, content.advice_, registry_, issues_);
  content.precautions_ = BuildPrecautions(
      entries_, content.advice_, content.limits_,
      content.protocol_.default_agreement(), registry_, issues_);
  content.causes_ = BuildCauses(entries_, registry_, issues_);
  for (const auto& fact : entries_.facts) content.facts_.push_back(*fact);
}

void ContentBuilder::BuildLocales() {
  locales_ = CollectLocales(entries_, content_->protocol_.default_locale(),
                            content_->groups_, issues_);
  if (lender_ != nullptr) LendPhrases(*lender_, locales_);
  for (const LocaleEntries& locale : locales_) {
    content_->locales_.push_back(Worded(locale, locales_.front()));
  }
}

// Entries of a locale are merged; the default locale's stand first.
void ContentBuilder::BuildLexicons() {
  std::vector<content::v1::Lexicon>& lexicons = content_->lexicons_;
  for (const auto& entry : entries_.lexicons) {
    const auto same = std::find_if(
        lexicons.begin(), lexicons.end(),
        [&](const auto& other) { return other.locale() == entry->locale(); });
    if (same == lexicons.end()) {
      lexicons.push_back(*entry);
    } else {
      same->MergeFrom(*entry);
    }
  }
  std::stable_partition(
      lexicons.begin(), lexicons.end(), [&](const auto& lexicon) {
        return lexicon.locale() == content_->protocol_.default_locale();
      });
}

void ContentBuilder::CheckAll() {
  const Content& content = *content_;
  CheckProtocol(entries_, content, locales_, issues_);
  CheckQuestions(entries_, content, issues_);
  CheckOrder(entries_, content, issues_);
  CheckRules(entries_, content, issues_);
  CheckCauses(entries_, content, issues_);
  CheckAdvice(entries_, content, issues_);
  CheckWordings(entries_, content, locales_, issues_);
  registry_.ReportUncited(entries_, issues_);
}

}  // namespace firstvisit
