#include "dialog/authoring/json_lines.h"

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"

namespace firstvisit {

absl::Status ReadJsonLine(const std::string& text,
                          google::protobuf::Message& line) {
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  const auto parsed =
      google::protobuf::util::JsonStringToMessage(text, &line, options);
  if (parsed.ok()) return absl::OkStatus();
  line.Clear();
  return absl::InvalidArgumentError(absl::StrCat(
      "not a JSON object of this verb: ", std::string(parsed.message())));
}

void WriteJsonLine(const google::protobuf::Message& line, EmptyFields fields,
                   std::ostream& out) {
  google::protobuf::util::JsonPrintOptions options;
  options.always_print_primitive_fields = fields == EmptyFields::kWritten;
  options.preserve_proto_field_names = true;
  std::string json;
  // It fails for an Any of unknown type alone, and there is none in a line.
  google::protobuf::util::MessageToJsonString(line, &json, options).ok();
  out << json << "\n";
}

}  // namespace firstvisit
