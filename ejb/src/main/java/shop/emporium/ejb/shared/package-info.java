/**
 * What every service needs: the schema, the settings, the state of the database. Knows no feature.
 */
package shop.emporium.ejb.shared;
