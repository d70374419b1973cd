package shop.emporium.ejb.customer;

import java.util.Optional;
import shop.emporium.domain.customer.RememberToken;

/**
 * A sign-in that has just been begun or opened again.
 *
 * @param token what the browser keeps from now on; empty when it shall not stay signed in
 */
public record OpenedSignIn(SignedIn person, Optional<RememberToken> token) {}
