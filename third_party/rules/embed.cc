// Writes a C++ source file that holds the bytes of other files. Run by the
// embed_files rule (embed.bzl), which says what comes of it:
//
//   embed OUT.cc HEADER FUNCTION (PATH FILE)...

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

// Compilers limit the length of one line more than that of a literal, so a
// literal is split after each newline and at the latest after this many bytes.
constexpr int kBytesPerLine = 64;

void WriteLiteral(const std::string& bytes, std::ostream& out) {
  out << "    \"";
  int on_line = 0;
  for (const unsigned char byte : bytes) {
    if (on_line == kBytesPerLine) {
      out << "\"\n    \"";
      on_line = 0;
    }
    // Three octal digits always, so that no digit that follows joins in.
    char escaped[5];
    std::snprintf(escaped, sizeof(escaped), "\\%03o", byte);
    out << escaped;
    ++on_line;
  }
  out << '"';
}

bool ReadFile(const char* name, std::string* bytes) {
  std::ifstream in(name, std::ios::binary);
  bytes->assign(std::istreambuf_iterator<char>(in), {});
  return in.good() || in.eof();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6 || argc % 2 != 0) {
    std::cerr << "usage: embed OUT.cc HEADER FUNCTION (PATH FILE)...\n";
    return 2;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "#include \"" << argv[2] << "\"\n\nnamespace firstvisit {\n"
      << "namespace {\n\nconstexpr EmbeddedFile kFiles[] = {\n";
  for (int i = 4; i < argc; i += 2) {
    std::string bytes;
    if (!ReadFile(argv[i + 1], &bytes)) {
      std::cerr << "embed: cannot read " << argv[i + 1] << '\n';
      return 1;
    }
    out << "  {\"" << argv[i] << "\",\n";
    WriteLiteral(bytes, out);
    out << ",\n   " << bytes.size() << "u},\n";
  }
  out << "};\n\n}  // namespace\n\nEmbeddedFiles " << argv[3]
      << "() {\n  return EmbeddedFiles(kFiles, sizeof(kFiles) / "
      << "sizeof(kFiles[0]));\n}\n\n}  // namespace firstvisit\n";
  out.close();
  if (!out) {
    std::cerr << "embed: cannot write " << argv[1] << '\n';
    return 1;
  }
  return 0;
}
