// Method: protobuf reflection, so that a line added to the API is found without
// being named here.

#include "dialog/explanation/lines.h"

#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"

namespace firstvisit {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

void Collect(const Message& message, std::vector<const v1::Line*>& lines) {
  if (message.GetDescriptor() == v1::Line::descriptor()) {
    lines.push_back(static_cast<const v1::Line*>(&message));
    return;
  }
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      Collect(reflection.GetMessage(message, field), lines);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      Collect(reflection.GetRepeatedMessage(message, field, i), lines);
    }
  }
}

}  // namespace

std::vector<const v1::Line*> AllLines(const v1::Assessment& assessment) {
  std::vector<const v1::Line*> lines;
  Collect(assessment, lines);
  return lines;
}

}  // namespace firstvisit
