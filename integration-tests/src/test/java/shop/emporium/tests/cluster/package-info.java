/** Tests of three nodes behind nginx, brought up by scripts/store as an operator would. */
package shop.emporium.tests.cluster;
