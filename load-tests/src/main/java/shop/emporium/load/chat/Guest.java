package shop.emporium.load.chat;

import java.net.URI;

/**
 * Somebody whom the shop knows.
 *
 * @param door where this one comes in
 * @param cookies by which the shop knows who it is
 * @param address from where this one comes
 */
record Guest(URI door, String cookies, String address) {}
