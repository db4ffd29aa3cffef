// Method: what is put without being opened by an answer is chained from top to
// bottom in content order; what an answer opens hangs beside it. The frames of
// sections and groups are Graphviz clusters. Tests: graph_test.cc.

#include "dialog/authoring/graph.h"

#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "dialog/authoring/condition_text.h"
#include "dialog/authoring/names.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

using content::v1::Section;

constexpr int kLabelWidth = 44;

constexpr char kHead[] = R"(digraph interview {
  newrank=true nodesep=0.3 ranksep=0.25
  fontname="Helvetica" fontsize=16 labeljust=l
  node [shape=plain fontname="Helvetica" fontsize=11]
  edge [fontname="Helvetica" fontsize=10 color="#5b6b7b" arrowsize=0.7]
)";

// Light enough for black letters.
const char* LevelColour(Level level) {
  switch (level) {
    case content::v1::EMERGENCY_NOW:
      return "#f28b82";
    case content::v1::URGENT:
      return "#fbbc7c";
    case content::v1::DOCTOR_FIRST:
      return "#fde293";
    case content::v1::CAUTION:
      return "#c6e6c3";
    default:
      return "#e8f0fe";
  }
}

std::string Escaped(absl::string_view text) {
  return absl::StrReplaceAll(
      text, {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
}

// Lines of at most kLabelWidth letters.
std::string Lines(absl::string_view text) {
  std::string lines = Escaped(Wrap(text, kLabelWidth));
  absl::StripTrailingAsciiWhitespace(&lines);
  return absl::StrReplaceAll(lines, {{"\n", "<BR ALIGN=\"LEFT\"/>"}});
}

std::string Row(absl::string_view cell, absl::string_view colour) {
  return absl::StrCat(
      "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"",
      colour.empty() ? "" : absl::StrCat(" BGCOLOR=\"", colour, "\""), ">",
      cell, "</TD></TR>");
}

// The question that a condition names first: its rule is told there.
QuestionIndex FirstNamed(const Condition& condition) {
  for (const Condition::Node& node : condition.nodes()) {
    if (node.question != kNoQuestion && node.op != Condition::Op::kAnd &&
        node.op != Condition::Op::kOr && node.op != Condition::Op::kNot &&
        node.op != Condition::Op::kNever) {
      return node.question;
    }
  }
  return kNoQuestion;
}

std::string KindLine(const Question& question) {
  const content::v1::Question& spec = question.spec;
  std::string kind;
  switch (spec.kind()) {
    case content::v1::CHOICE:
      kind = absl::StrJoin(question.choices, " / ");
      break;
    case content::v1::NUMBER:
    case content::v1::DURATION:
      kind = absl::StrCat(spec.range().min(), " to ", spec.range().max(), " ",
                          spec.range().unit());
      break;
    case content::v1::TEXT:
      kind = "own words";
      break;
    default:
      kind = "yes / no";
  }
  return absl::StrCat(question.id(), ": ", kind);
}

class Drawing {
 public:
  explicit Drawing(const Content& content)
      : content_(content), words_(content.locales().front()) {}

  std::string Draw();

 private:
  std::string Node(QuestionIndex question) const;
  std::string RuleRows(QuestionIndex question) const;
  std::string CauseRow(QuestionIndex question) const;
  std::string Box(const Group& group) const;
  void Frame(Section section);
  void Openings(QuestionIndex question);
  void WayDown();
  void Legend();
  // Nothing but its place in the order leads to it.
  bool Unconditional(QuestionIndex question) const {
    return content_.questions()[question].ask_when.mentions().empty();
  }

  const Content& content_;
  const LocaleWording& words_;
  std::string out_;
};

std::string Drawing::Draw() {
  out_ = kHead;
  absl::StrAppend(&out_, "  label=<<B>", Escaped(content_.protocol().id()),
                  "</B>: the interview> labelloc=t\n");
  Legend();
  for (int section = content::v1::CONSENT; section <= content::v1::CLOSING;
       ++section) {
    Frame(static_cast<Section>(section));
  }
  WayDown();
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    Openings(static_cast<QuestionIndex>(i));
  }
  out_ += "}\n";
  return out_;
}

std::string Drawing::Node(QuestionIndex question) const {
  const Question& entry = content_.questions()[question];
  const bool safety = entry.spec.safety();
  std::string rows = Row(
      absl::StrCat("<B>", Lines(words_.question[question].label()), "</B>",
                   safety ? " <FONT COLOR=\"#b3261e\">● safety</FONT>" : ""),
      "#ffffff");
  std::string small = Lines(KindLine(entry));
  if (entry.ask_when.nodes().size() == 1 && Unconditional(question)) {
    small += "<BR/>put only to confirm words of an emergency";
  }
  rows += Row(absl::StrCat("<FONT POINT-SIZE=\"9\" COLOR=\"#5f6368\">", small,
                           "</FONT>"),
              "#ffffff");
  return absl::StrCat(
      "  \"", entry.id(), "\" [label=<<TABLE BORDER=\"", safety ? "2" : "1",
      "\" COLOR=\"", safety ? "#b3261e" : "#9aa0a6",
      "\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">", rows,
      RuleRows(question), CauseRow(question), "</TABLE>>",
      Unconditional(question) ? " group=way" : "", "]\n");
}

std::string Drawing::RuleRows(QuestionIndex question) const {
  std::string rows;
  for (const Precaution& precaution : content_.precautions()) {
    for (const Rule& rule : precaution.rules) {
      if (FirstNamed(rule.when) != question) continue;
      std::string when = ConditionText(rule.when, content_);
      if (rule.has_unless) {
        absl::StrAppend(&when, " unless ",
                        ConditionText(rule.unless, content_));
      }
      rows += Row(
          absl::StrCat("<B>", LevelName(rule.level), "</B> ", precaution.id,
                       "<BR/><FONT POINT-SIZE=\"9\">", Lines(when), "</FONT>"),
          LevelColour(rule.level));
    }
  }
  return rows;
}

std::string Drawing::CauseRow(QuestionIndex question) const {
  std::vector<std::string> causes;
  for (const Cause& cause : content_.causes()) {
    const bool speaks =
        absl::c_any_of(cause.evidence, [&](const Evidence& evidence) {
          return evidence.decibans > 0 &&
                 absl::c_linear_search(evidence.when.mentions(), question);
        });
    if (speaks) causes.push_back(cause.id);
  }
  if (causes.empty()) return "";
  return Row(absl::StrCat("<FONT POINT-SIZE=\"9\">towards ",
                          Lines(absl::StrJoin(causes, ", ")), "</FONT>"),
             LevelColour(content::v1::OK));
}

void Drawing::Frame(Section section) {
  const std::string name =
      absl::AsciiStrToLower(content::v1::Section_Name(section));
  // A group stands where its first member does.
  std::vector<std::string> units;
  std::vector<bool> drawn(content_.groups().size(), false);
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const Question& question = content_.questions()[i];
    if (question.spec.section() != section) continue;
    if (question.group < 0) {
      units.push_back(Node(static_cast<QuestionIndex>(i)));
    } else if (!drawn[question.group]) {
      drawn[question.group] = true;
      units.push_back(Box(content_.groups()[question.group]));
    }
  }
  const std::string frame = absl::StrJoin(units, "");
  if (frame.empty()) return;
  absl::StrAppend(&out_, "  subgraph \"cluster_", name,
                  "\" { style=\"rounded,filled\" color=\"#dadce0\" "
                  "fillcolor=\"#f8f9fa\" label=\"",
                  absl::StrReplaceAll(name, {{"_", " "}}), "\"\n", frame,
                  "  }\n");
}

std::string Drawing::Box(const Group& group) const {
  std::string nodes;
  for (QuestionIndex member : group.members) nodes += Node(member);
  return absl::StrCat("  subgraph \"cluster_group_", group.id,
                      "\" { style=\"rounded,dashed\" color=\"#5b6b7b\" "
                      "fontsize=11 label=\"asked in one breath: ",
                      group.id, "\"\n", nodes, "  }\n");
}

// The order in which questions are put when no answer opens another.
void Drawing::WayDown() {
  std::vector<std::string> column;
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    if (!Unconditional(static_cast<QuestionIndex>(i))) continue;
    column.push_back(absl::StrCat("\"", content_.questions()[i].id(), "\""));
  }
  absl::StrAppend(&out_, "  { edge [weight=1000 penwidth=1.6]; ",
                  absl::StrJoin(column, " -> "), " }\n");
  // A section begins below all that the one before it may open.
  for (size_t i = 0; i < content_.questions().size(); ++i) {
    const Section section = content_.questions()[i].spec.section();
    if (Unconditional(static_cast<QuestionIndex>(i))) continue;
    for (size_t j = i + 1; j < content_.questions().size(); ++j) {
      if (content_.questions()[j].spec.section() == section ||
          !Unconditional(static_cast<QuestionIndex>(j))) {
        continue;
      }
      absl::StrAppend(&out_, "  \"", content_.questions()[i].id(), "\" -> \"",
                      content_.questions()[j].id(),
                      "\" [style=invis weight=0]\n");
      break;
    }
  }
}

// An edge from each question whose answer opens this one, or settles it.
void Drawing::Openings(QuestionIndex question) {
  const Question& entry = content_.questions()[question];
  const auto edge = [&](QuestionIndex from, absl::string_view label,
                        absl::string_view style) {
    absl::StrAppend(&out_, "  \"", content_.questions()[from].id(), "\" -> \"",
                    entry.id(), "\" [label=<", Lines(label), "> ", style,
                    "]\n");
  };
  for (QuestionIndex from : entry.ask_when.mentions()) {
    edge(from, ConditionText(entry.ask_when, content_), "color=\"#1a73e8\"");
  }
}

void Drawing::Legend() {
  std::string rows;
  for (Level level :
       {content::v1::EMERGENCY_NOW, content::v1::URGENT,
        content::v1::DOCTOR_FIRST, content::v1::CAUTION, content::v1::OK}) {
    rows += Row(absl::StrCat("<B>", LevelName(level), "</B> ",
                             Lines(words_.level[level].headline())),
                LevelColour(level));
  }
  absl::StrAppend(
      &out_,
      "  legend [label=<<TABLE BORDER=\"1\" COLOR=\"#9aa0a6\" "
      "CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">",
      Row("<B>Levels</B> (the colour of a precaution's line)", "#ffffff"), rows,
      "</TABLE>>]\n");
}

}  // namespace

std::string InterviewGraph(const Content& content) {
  return Drawing(content).Draw();
}

}  // namespace firstvisit
