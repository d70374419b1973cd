package shop.emporium.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import shop.emporium.web.customer.AccountProblemMapper;
import shop.emporium.web.shared.ApiExceptionMapper;
import shop.emporium.web.shared.InvalidValueMapper;
import shop.emporium.web.shared.JsonForm;

/**
 * The operator's interface: reached on a node's own port only, never through nginx, and with the
 * operator's token.
 */
@ApplicationPath("/internal")
public class InternalApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ImportResource.class,
        DemoResource.class,
        OperatorFilter.class,
        ApiExceptionMapper.class,
        JsonForm.class,
        InvalidValueMapper.class,
        AccountProblemMapper.class);
  }
}
