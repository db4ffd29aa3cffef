#include "dialog/authoring/names.h"

#include "absl/strings/ascii.h"

namespace firstvisit {

std::string LevelName(Level level) {
  return level == content::v1::EMERGENCY_NOW
             ? "emergency"
             : absl::AsciiStrToLower(content::v1::Level_Name(level));
}

std::string BandName(Band band) {
  switch (band) {
    case Band::kLikely:
      return "likely";
    case Band::kPossible:
      return "possible";
    case Band::kUnlikely:
      return "unlikely";
  }
  return "";
}

}  // namespace firstvisit
