package shop.emporium.web.shared;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets pages read records: {@code #{product.name}} is {@code product.name()}, which EL 5 does not
 * know by itself.
 *
 * <p>Whatever a record can say without being asked anything can be read, its components and derived
 * values such as {@code #{product.onSale}} alike. An {@link Optional} counts as what is in it, or
 * null. A name that the record does not have is left to the other resolvers, which complain.
 */
public class RecordElResolver extends ELResolver {

  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(method -> method.getParameterCount() == 0)
              .filter(method -> method.getReturnType() != void.class)
              .filter(method -> !Modifier.isStatic(method.getModifiers()))
              .filter(method -> method.getDeclaringClass() != Object.class)
              .collect(
                  Collectors.toUnmodifiableMap(
                      Method::getName, Function.identity(), (first, second) -> first));
        }
      };

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base instanceof Optional<?> optional && property != null) {
      context.setPropertyResolved(base, property);
      return optional
          .map(content -> context.getELResolver().getValue(context, content, property))
          .orElse(null);
    }
    Method reader = reader(base, property);
    if (reader == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      Object value = reader.invoke(base);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (ReflectiveOperationException e) {
      throw new ELException("Cannot read " + property + " of " + base.getClass().getName(), e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    if (reader(base, property) != null) {
      context.setPropertyResolved(base, property);
    }
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (reader(base, property) != null) {
      throw new PropertyNotWritableException("A record does not change: " + property);
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    if (reader(base, property) == null) {
      return false;
    }
    context.setPropertyResolved(base, property);
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? Object.class : null;
  }

  private static Method reader(Object base, Object property) {
    return base instanceof Record && property instanceof String name
        ? READERS.get(base.getClass()).get(name)
        : null;
  }
}
