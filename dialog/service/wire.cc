#include "dialog/service/wire.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "dialog/util/status.h"
#include "dialog/util/utf8.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/unknown_field_set.h"

namespace firstvisit {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::UnknownField;

// Path of the first string that is not UTF-8, for example
// "hypotheses.hypotheses.text"; empty: none, or the bytes are no message.
std::string FieldNotUtf8(const std::string& bytes, const Descriptor& type) {
  google::protobuf::UnknownFieldSet fields;
  if (!fields.ParseFromString(bytes)) return "";
  for (int i = 0; i < fields.field_count(); ++i) {
    const UnknownField& field = fields.field(i);
    const FieldDescriptor* declared = type.FindFieldByNumber(field.number());
    if (declared == nullptr ||
        field.type() != UnknownField::TYPE_LENGTH_DELIMITED) {
      continue;
    }
    if (declared->type() == FieldDescriptor::TYPE_STRING &&
        Utf8Length(field.length_delimited()) < 0) {
      return declared->name();
    }
    if (declared->type() == FieldDescriptor::TYPE_MESSAGE) {
      const std::string inner =
          FieldNotUtf8(field.length_delimited(), *declared->message_type());
      if (!inner.empty()) return absl::StrCat(declared->name(), ".", inner);
    }
  }
  return "";
}

}  // namespace

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  bytes.reserve(buffer.Length());
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

grpc::ByteBuffer BufferOf(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return grpc::ByteBuffer(&slice, 1);
}

absl::Status ParseRequest(const std::string& bytes,
                          google::protobuf::Message& request) {
  // Looked at first, since protobuf would also print what is wrong.
  const std::string field = FieldNotUtf8(bytes, *request.GetDescriptor());
  if (!field.empty()) {
    return InvalidArgument("NOT_UTF8", field,
                           absl::StrCat("The field ", field,
                                        " is not UTF-8. Encode text as UTF-8 "
                                        "before sending it."));
  }
  if (request.ParseFromString(bytes)) return absl::OkStatus();
  return InvalidArgument(
      "MALFORMED_REQUEST", "",
      absl::StrCat("The request is not a ",
                   request.GetDescriptor()->full_name(),
                   ". Build it from the .proto files of this version."));
}

}  // namespace firstvisit
