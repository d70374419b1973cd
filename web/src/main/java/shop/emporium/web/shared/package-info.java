/**
 * What every page and interface needs: the layout, formats, addresses of files, cache headers, and
 * the guards at the door.
 *
 * <p>This package knows no other of the module; they know it.
 */
package shop.emporium.web.shared;
