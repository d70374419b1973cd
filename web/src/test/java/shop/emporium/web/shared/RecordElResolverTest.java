package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordElResolverTest {

  /** Public, as the records of the services are. */
  public record Lamp(String name, Optional<String> colour) {

    public boolean onSale() {
      return true;
    }

    public String glow(int hours) {
      return name + hours;
    }
  }

  private final RecordElResolver resolver = new RecordElResolver();
  private final ELContext context =
      new ELContext() {
        @Override
        public ELResolver getELResolver() {
          return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
          return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
          return null;
        }
      };

  private final Lamp lamp = new Lamp("Dawn", Optional.of("red"));

  @Test
  void readsComponentsAndDerivedValues() {
    assertThat(resolver.getValue(context, lamp, "name")).isEqualTo("Dawn");
    assertThat(context.isPropertyResolved()).isTrue();
    assertThat(resolver.getValue(context, lamp, "onSale")).isEqualTo(true);
  }

  @Test
  void takesAnOptionalForWhatIsInIt() {
    assertThat(resolver.getValue(context, lamp, "colour")).isEqualTo("red");
    assertThat(resolver.getValue(context, new Lamp("Dusk", Optional.empty()), "colour")).isNull();
    assertThat(resolver.getValue(context, Optional.of(lamp), "name")).isEqualTo("Dawn");
    assertThat(resolver.getValue(context, Optional.empty(), "name")).isNull();
  }

  @Test
  void leavesWhatItDoesNotKnowToOthers() {
    assertThat(resolver.getValue(context, lamp, "price")).isNull();
    assertThat(resolver.getValue(context, lamp, "glow")).isNull();
    assertThat(resolver.getValue(context, lamp, "getClass")).isNull();
    assertThat(resolver.getValue(context, "text", "length")).isNull();
    assertThat(resolver.getValue(context, null, "lamp")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void neverWrites() {
    assertThat(resolver.isReadOnly(context, lamp, "name")).isTrue();
    assertThatThrownBy(() -> resolver.setValue(context, lamp, "name", "Noon"))
        .isInstanceOf(PropertyNotWritableException.class);
  }
}
