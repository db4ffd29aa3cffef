#include "tests/support/catalogue.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "firstvisit/content/v1/wording.pb.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"

namespace firstvisit {
namespace {

using content::v1::LineWording;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string StringOf(const Message& message, const std::string& name) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
  return field == nullptr ? ""
                          : message.GetReflection()->GetString(message, field);
}

// Names an entry, and is said to nobody.
bool IsKey(const FieldDescriptor& field) {
  return field.name() == "id" || field.name() == "answer" ||
         field.name() == "value";
}

// Calls `take` with the path below `prefix` and the text of every string field,
// keys apart. A line is called by its id, everything else by id and field.
template <typename Take>
void Walk(const std::string& prefix, const Message& message, const Take& take) {
  const std::string id = StringOf(message, "id");
  const std::string path = id.empty() ? prefix : absl::StrCat(prefix, ".", id);
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool line = message.GetDescriptor() == LineWording::descriptor() &&
                      field->name() == "text";
    const std::string below =
        line ? path : absl::StrCat(path, ".", field->name());
    const int size =
        field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < size && !IsKey(*field); ++i) {
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        Walk(below, reflection.GetRepeatedMessage(message, field, i), take);
      } else if (field->is_repeated()) {
        take(absl::StrCat(below, ".", i),
             reflection.GetRepeatedString(message, field, i));
      } else {
        take(below, reflection.GetString(message, field));
      }
    }
  }
}

}  // namespace

Catalogue::Catalogue(const LocaleWording& wording,
                     const content::v1::Clinic& clinic) {
  const auto take = [this](const std::string& path, const std::string& text) {
    sentences_[path] = text;
    texts_.push_back(text);
  };
  const auto walk = [&take](const std::string& prefix, const auto& entries) {
    for (const auto& entry : entries) Walk(prefix, entry, take);
  };
  walk("question", wording.question);
  walk("group", wording.group);
  walk("precaution", wording.precaution);
  walk("limit", wording.limit);
  walk("cause", wording.cause);
  walk("tip", wording.tip);
  walk("technique", wording.technique);
  walk("area", wording.area);
  walk("level", wording.level);
  for (const auto& entry : wording.agreement) {
    Walk("agreement", entry.second, take);
  }
  for (const auto& entry : wording.phrase) Walk("phrase", entry.second, take);
  clinic_ = {{"emergency_number", clinic.emergency_number()},
             {"clinic", clinic.name()},
             {"phone", clinic.phone()},
             {"hours", clinic.hours()},
             {"takes_over", clinic.takes_over()}};
}

std::string Catalogue::Text(const std::string& sentence_id,
                            Values values) const {
  const auto found = sentences_.find(sentence_id);
  if (found == sentences_.end()) return "";
  values.insert(clinic_.begin(), clinic_.end());
  Values braced;
  for (const auto& value : values)
    braced["{" + value.first + "}"] = value.second;
  return absl::StrReplaceAll(found->second, braced);
}

std::string Catalogue::List(const std::vector<std::string>& parts) const {
  if (parts.empty()) return "";
  std::string first = parts.front();
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    absl::StrAppend(&first, ", ", parts[i]);
  }
  return parts.size() == 1 ? first
                           : Text("phrase.list_and",
                                  {{"first", first}, {"last", parts.back()}});
}

}  // namespace firstvisit
