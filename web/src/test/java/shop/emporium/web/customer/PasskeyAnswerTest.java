package shop.emporium.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.customer.NewPasskey;
import shop.emporium.ejb.customer.PasskeySignature;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.ProblemException;

class PasskeyAnswerTest {

  @Test
  void readsWhatABrowserMadeAndLooksAtNothingElse() {
    JsonFields fields =
        fields(
            """
            {"credential": {"id": "x", "type": "public-key", "authenticatorAttachment": null,
              "response": {"attestationObject": "AQI", "clientDataJSON": "_-8", "publicKey": 7,
                "transports": ["internal", 3, "hybrid"]}}}
            """);
    NewPasskey made = PasskeyAnswer.made("Phone", fields);
    fields.check();
    assertThat(made.attestation()).containsExactly(1, 2);
    assertThat(made.clientData()).containsExactly(0xFF, 0xEF);
    assertThat(made.transports()).containsExactly("internal", "hybrid");
  }

  @Test
  void readsWhatABrowserSigned() {
    JsonFields fields =
        fields(
            """
            {"credential": {"id": "AQ", "response": {"authenticatorData": "Ag",
              "clientDataJSON": "Aw", "signature": "BA", "userHandle": "BQ"}}}
            """);
    PasskeySignature signed = PasskeyAnswer.signed(fields);
    fields.check();
    assertThat(signed.credentialId()).containsExactly(1);
    assertThat(signed.authenticatorData()).containsExactly(2);
    assertThat(signed.clientData()).containsExactly(3);
    assertThat(signed.signature()).containsExactly(4);
    assertThat(signed.userHandle()).containsExactly(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"credential\": []}",
        "{\"credential\": {\"id\": \"AQ\", \"response\": []}}",
        "{\"credential\": {\"id\": \"+/\", \"response\": {}}}"
      })
  void saysWhatIsMissing(String body) {
    JsonFields fields = fields(body);
    PasskeyAnswer.signed(fields);
    assertThatThrownBy(fields::check).isInstanceOf(ProblemException.class);
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(Json.createReader(new StringReader(json)).readValue());
  }
}
