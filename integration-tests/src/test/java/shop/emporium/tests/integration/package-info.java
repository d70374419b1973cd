/** Tests inside one node with production's configuration and a PostgreSQL of its own. */
package shop.emporium.tests.integration;
