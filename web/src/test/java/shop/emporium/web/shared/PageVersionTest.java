package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageVersionTest {

  private static final String TAG = "W/\"abc-_1\"";

  @Test
  void aVisitorMayNameSeveralVersions() {
    assertThat(PageVersion.isIn(TAG, TAG)).isTrue();
    assertThat(PageVersion.isIn("\"other\", " + TAG, TAG)).isTrue();
  }

  @Test
  void aVersionIsTheSameHoweverItIsCompressed() {
    assertThat(PageVersion.isIn("\"abc-_1\"", TAG)).isTrue();
  }

  @Test
  void nothingAndAnythingElseIsAnotherVersion() {
    assertThat(PageVersion.isIn(null, TAG)).isFalse();
    assertThat(PageVersion.isIn("", TAG)).isFalse();
    assertThat(PageVersion.isIn("*", TAG)).isFalse();
    assertThat(PageVersion.isIn("W/\"abc-_12\"", TAG)).isFalse();
    assertThat(PageVersion.isIn("abc-_1", TAG)).isFalse();
  }
}
