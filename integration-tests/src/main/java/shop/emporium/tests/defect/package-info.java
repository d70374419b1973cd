/**
 * What makes the shop wrong on purpose, in the EAR of cluster tests only: nothing of it is in the
 * shop that people run.
 */
package shop.emporium.tests.defect;
