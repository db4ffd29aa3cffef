#include "dialog/service/content_folder.h"

#include <cstdlib>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class ContentFolderTest : public testing::Test {
 protected:
  ContentFolderTest() {
    std::string folder = absl::StrCat(testing::TempDir(), "/content-XXXXXX");
    folder_ = mkdtemp(&folder[0]);
  }

  std::string Write(const std::string& name, const std::string& text) {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path) << text;
    return path;
  }

  std::string folder_;
};

TEST_F(ContentFolderTest, ReadsTextprotosByNameAndNothingElse) {
  Write("b.textproto", "second");
  Write("a.textproto", "first");
  Write("notes.txt", "not content");
  const auto texts = ReadContentFolder(folder_);
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_EQ(texts->size(), 2u);
  EXPECT_EQ((*texts)[0].path, folder_ + "/a.textproto");
  EXPECT_EQ((*texts)[0].text, "first");
  EXPECT_EQ((*texts)[1].text, "second");
}

TEST_F(ContentFolderTest, NamesTheFolderThatIsMissingOrEmpty) {
  for (const std::string& folder : {folder_, folder_ + "/missing"}) {
    const absl::Status status = ReadContentFolder(folder).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_NE(status.message().find(folder), std::string::npos);
    EXPECT_NE(status.message().find("--content"), std::string::npos);
  }
}

TEST_F(ContentFolderTest, ReadsAClinic) {
  const auto clinic =
      ReadClinic(Write("clinic.textproto", "name: 'Knees & Co'"));
  ASSERT_TRUE(clinic.ok()) << clinic.status();
  EXPECT_EQ(clinic->name(), "Knees & Co");
}

TEST_F(ContentFolderTest, AFaultyClinicIsNamedWithLineAndColumn) {
  const std::string path =
      Write("clinic.textproto", "name: 'Knees & Co'\nfone: '1'\n");
  const absl::Status status = ReadClinic(path).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(status.message().find(path + ":2:"), std::string::npos) << status;
  EXPECT_NE(status.message().find("fone"), std::string::npos) << status;
}

TEST_F(ContentFolderTest, AMissingClinicIsNamed) {
  for (const std::string& path : {folder_ + "/missing", folder_}) {
    const absl::Status status = ReadClinic(path).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
    EXPECT_NE(status.message().find(path), std::string::npos);
  }
}

}  // namespace
}  // namespace firstvisit
