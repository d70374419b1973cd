/** When people answer, whichever way they are asked. */
package shop.emporium.domain.support;
