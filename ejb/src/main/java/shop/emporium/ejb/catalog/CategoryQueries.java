package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tree of categories. */
@ApplicationScoped
class CategoryQueries {

  private static final String ALL =
      """
      SELECT c.slug, parent.slug AS parent, c.name, c.description, c.tint, pic.hash, pic.content_type,
             (SELECT count(*) FROM product p WHERE p.category_id = c.id AND p.status = 'ACTIVE') AS products
        FROM category c
        LEFT JOIN category parent ON parent.id = c.parent_id
        LEFT JOIN picture_source source ON source.source = c.picture
        LEFT JOIN picture pic ON pic.hash = source.hash
       ORDER BY c.position, c.name
      """;

  private static final String TOP = "";

  @PersistenceContext private EntityManager entityManager;

  List<CategoryNode> tree() {
    Map<String, List<Row>> byParent = new LinkedHashMap<>();
    for (Tuple tuple : Results.of(entityManager.createNativeQuery(ALL, Tuple.class))) {
      Row row = new Row(tuple);
      String parent = row.text("parent") == null ? TOP : row.text("parent");
      byParent.computeIfAbsent(parent, slug -> new ArrayList<>()).add(row);
    }
    return below(TOP, byParent);
  }

  private static List<CategoryNode> below(String parent, Map<String, List<Row>> byParent) {
    return byParent.getOrDefault(parent, List.of()).stream()
        .map(row -> node(row, byParent))
        .toList();
  }

  private static CategoryNode node(Row row, Map<String, List<Row>> byParent) {
    List<CategoryNode> children = below(row.text("slug"), byParent);
    return new CategoryNode(
        row.text("slug"),
        row.text("name"),
        row.text("description"),
        row.text("tint"),
        Picture.of(row.text("hash"), row.text("content_type"), ""),
        row.number("products") + children.stream().mapToInt(CategoryNode::products).sum(),
        children);
  }
}
