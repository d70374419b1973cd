package shop.emporium.web.order;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem why something cannot be done with an order. */
@Provider
public class OrderProblemMapper implements ExceptionMapper<OrderException> {

  @Override
  public Response toResponse(OrderException refused) {
    return problem(refused).toResponse();
  }

  private static Problem problem(OrderException refused) {
    return switch (refused.getFault()) {
      case UNKNOWN_PARCEL -> Problem.notFound("The order has no such parcel.");
      case UNKNOWN_RETURN -> Problem.notFound("Nobody asked for such a return of the order.");
      case UNKNOWN_LINE ->
          Problem.of(409, "unknown-line", "Not done", "The order has no line with this SKU.");
      case NOT_THAT_MANY ->
          Problem.of(
              409,
              "not-that-many",
              "Not done",
              "There are not so many pieces that could be meant.");
      case RETURNED_OTHERWISE ->
          Problem.of(
              409,
              "returned-otherwise",
              "Not done",
              "Its buyer sends pieces of this parcel back by a return, or has done so: accept or refuse that, or refund what is left.");
      case NOTHING_LEFT ->
          Problem.of(409, "nothing-left", "Not done", "There is nothing left to do that with.");
      case TOO_MUCH_MONEY ->
          Problem.of(
              409,
              "too-much-money",
              "Not done",
              "Not so much was paid, in this currency, that is not given back yet.");
      case NOT_PAID -> Problem.of(409, "not-paid", "Not done", "The order is not paid.");
    };
  }
}
