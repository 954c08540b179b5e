import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import TestSupport
import Testing

@testable import Reconciler

@Suite("Describing a model of the catalog by a manifest")
struct AdoptionTests {
  /// The model of a small catalog with some members, described.
  private func adopted(
    _ members: JSON, edges: [LineageEdge] = [], version: String = "2.0.7",
    _ change: (inout SmallCatalog) -> Void = { _ in }
  ) throws -> AdoptedModel {
    var catalog = SmallCatalog()
    catalog.version = version
    change(&catalog)
    let least: JSON = [
      "id": "id-of-the-model", "name": "churn", "fullyQualifiedName": "CustomMLService.churn",
      "algorithm": "XGBoost", "serviceType": "CustomMlModel",
      "service": ["id": "id-of-the-service", "type": "mlmodelService", "name": "CustomMLService"],
    ]
    var object = least.object ?? JSONObject()
    for member in members.object?.members ?? [] { object[member.key] = member.value }
    let model = try #require(MlModel(.object(object)))
    let server = try #require(ServerVersion(version))
    var snapshot = CatalogSnapshot(
      serverURL: "http://localhost:8585", capabilities: Capabilities(version: server))
    snapshot.models[model.fullyQualifiedName] = .found(model)
    snapshot.edges[model.fullyQualifiedName] = edges
    for _ in 1...2 { catalog.read(Adoption.keys([model], snapshot), into: &snapshot) }
    return Adoption.adopted(model, in: snapshot)
  }

  private func reference(_ kind: NamedEntity.Kind, _ name: String, inherited: Bool = false) -> JSON
  {
    var object = SmallCatalog.reference(kind, name).document.object ?? JSONObject()
    if inherited { object["inherited"] = true }
    return .object(object)
  }

  private func source(_ table: Table, _ column: String) -> JSON {
    ["name": .string(column), "dataSource": table.reference.document]
  }

  @Test("every field of the manifest, in the order of the field table")
  func everything() throws {
    let orders = SmallCatalog.orders
    let model = try adopted([
      "displayName": "Churn: how likely?", "description": "# Churn\n\nWho leaves.  \nSoon.\n",
      "target": "leaves", "server": "https://models.example.com/churn",
      "sourceUrl": "https://git.example.com/churn",
      "mlStore": ["storage": "s3://models/churn", "imageRepository": "registry/churn:1"],
      "owners": [reference(.user, "jane.doe"), reference(.user, "joe")],
      "domains": [reference(.domain, "Finance")],
      "dataProducts": [reference(.dataProduct, "Revenue")],
      "dashboard": reference(.dashboard, "superset.revenue"),
      "tags": [
        TagLabel(tagFQN: "Tier.Tier2").document, TagLabel(tagFQN: "PII.None").document,
        TagLabel(tagFQN: "Business.Revenue", source: "Glossary").document,
      ],
      "extension": [
        "costCenter": 4711, "regions": ["us", "eu"], "stage": ["live"],
        "approver": reference(.user, "jane.doe"),
        "related": [reference(.dashboard, "superset.costs")],
        "limits": ["columns": ["name", "value"], "rows": [["name": "a", "value": "1"]]],
        "card": ["url": "https://a.example/b"], "window": ["start": 1, "end": 2],
      ],
      "mlFeatures": [
        [
          "name": "age", "dataType": "numerical", "featureAlgorithm": "none",
          "description": "In days", "tags": [TagLabel(tagFQN: "PII.Sensitive").document],
          "featureSources": [
            source(orders, "created_at"),
            [
              "name": "user_id", "dataType": "integer", "description": "Who",
              "dataSource": orders.reference.document,
            ], ["name": "seen"],
          ],
        ]
      ],
      "mlHyperParameters": [
        ["name": "eta", "value": "0.30", "description": "The learning rate"],
        ["name": "seed", "value": "007"],
      ],
      "followers": [reference(.user, "joe")], "votes": ["upVotes": 3, "downVotes": 1],
      "lifeCycle": ["created": ["timestamp": 1]],
    ])
    try expectGolden(model.text ?? "", "adopted.yaml")
    #expect(model.findings.map(\.message) == [])
    let keys = (model.text ?? "").split(separator: "\n").compactMap { line -> String? in
      guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { return nil }
      return String(line[..<colon])
    }
    let table = ManifestFields.model.map(\.key)
    #expect(keys == table.filter(keys.contains))
    #expect(keys.count == 19)
  }

  @Test("what a manifest cannot say stays in the catalog, and a comment says why")
  func leftOut() throws {
    let model = try adopted(
      [
        "server": "models/churn", "mlStore": ["storage": "s3://jane:secret@models/churn"],
        "owners": [
          reference(.user, "jane.doe"), ["id": "1", "type": "user", "name": "a:b"],
          reference(.team, "Engineering"),
        ],
        "dashboard": reference(.dashboard, "superset.gone"),
        "tags": [
          TagLabel(tagFQN: "PII.None").document, TagLabel(tagFQN: "Old.Tag").document,
          [
            "tagFQN": "PII.Sensitive", "source": "Classification", "labelType": "Derived",
            "state": "Confirmed",
          ],
        ],
        "domains": [reference(.domain, "Finance", inherited: true)],
        "extension": ["costCenter": "many", "old": 1, "x-mine": 2, "regions": []],
        "mlFeatures": [
          ["name": "untyped"], ["name": "twice", "dataType": "numerical"],
          ["name": "twice", "dataType": "categorical"],
          [
            "name": "gone", "dataType": "numerical",
            "featureSources": [source(SmallCatalog.table("lost", []), "a")],
          ],
          [
            "name": "told", "dataType": "numerical",
            "featureSources": [
              ["name": "a", "dataSource": reference(.dashboard, "superset.costs")]
            ],
          ],
        ],
        "mlHyperParameters": [["name": "eta"], ["name": "a", "value": ""]],
      ],
      edges: [
        LineageEdge(
          fromEntity: EntityReference(
            id: "t", type: "topic", name: "clicks", fullyQualifiedName: "kafka.clicks"),
          toEntity: "id-of-the-model", details: nil)
      ])
    try expectGolden(model.text ?? "", "adopted-in-part.yaml")
    #expect(model.findings.allSatisfy { $0.code == .leftToCatalog })
    #expect(model.findings.count == 10, "\(model.findings.map(\.message))")
  }

  @Test("a source that knows its table by id only, or by an older name, is the same source")
  func tableByID() throws {
    var catalog = SmallCatalog()
    try catalog.publish(Manifest().yaml)
    for other in [nil, "demo_pg.postgres.public.old"] {
      catalog.edit { object in
        object.editEntry("is_premium", of: "mlFeatures") { feature in
          feature["featureSources"] = [
            [
              "name": "premium", "dataType": "boolean",
              "dataSource": EntityReference(
                id: SmallCatalog.users.id, type: "table", fullyQualifiedName: other
              ).document,
            ]
          ]
        }
      }
      #expect(try catalog.plan(Manifest().yaml).lines == [])
    }
  }

  @Test("lineage to a feature whose sources do not name the column is told before it goes")
  func lostLineage() throws {
    let orders = SmallCatalog.orders
    let features: JSON = [
      [
        "name": "age", "dataType": "numerical",
        "featureSources": [source(orders, "created_at")],
      ]
    ]
    let edge = LineageEdge(
      fromEntity: orders.reference, toEntity: "id-of-the-model",
      details: [
        "columnsLineage": [
          [
            "fromColumns": ["demo_pg.postgres.public.orders.user_id"],
            "toColumn": "CustomMLService.churn.age",
          ]
        ], "sqlQuery": "SELECT 1", "description": "drawn by hand",
      ])
    let model = try adopted(["mlFeatures": features], edges: [edge])
    #expect(model.findings.map(\.code) == [.lineageUnsaid])
    #expect(
      model.text?.hasSuffix(
        """
        # The catalog also holds this, which no manifest says; publishing leaves it as it is:
        #   a query, a description of the lineage from table `demo_pg.postgres.public.orders`
        # publishing takes away the lineage from `demo_pg.postgres.public.orders.user_id` to \
        `CustomMLService.churn.age`: no source of the feature says it

        """) == true, "\(model.text ?? "")")
  }

  @Test(
    "a model without what every manifest needs is not described",
    arguments: [
      ("algorithm", JSON.null), ("algorithm", " "),
      ("fullyQualifiedName", "CustomMLService.\"churn\""), ("name", "a\tb"),
    ])
  func notDescribable(member: String, value: JSON) throws {
    let model = try adopted([member: value])
    #expect(model.text == nil)
    #expect(model.findings.map(\.code) == [.modelNotDescribable])
  }

  @Test("a service that a connector fills is named with its type")
  func otherService() throws {
    let model = try adopted(["serviceType": "Mlflow"])
    #expect(
      model.text == """
        service:
          name: CustomMLService
          serviceType: Mlflow
        name: churn
        algorithm: XGBoost

        """)
  }
}
