/// `dashboardService`: where dashboards come from.
struct DashboardServiceKind: EntityKind {
  let type = "dashboardService"
  let collection = "services/dashboardServices"
  let filters = [ListFilter.domain]

  let fields: [EntityField] =
    EntityField.base + ServiceFields.shared + [
      EntityField("serviceType", Self.serviceType, request: .same, required: true)
    ]

  private static let serviceType = Shape.oneOf(
    [
      "Superset", "Looker", "Tableau", "Redash", "Metabase", "PowerBI", "PowerBIReportServer",
      "Mode", "CustomDashboard", "DomoDashboard", "QuickSight", "QlikSense", "Lightdash",
      "QlikCloud",
    ].map { Shape.Word(text: $0) }
      + [Shape.Word(text: "Mstr", lines: .before(1, 9))]
      + ["MicroStrategy", "Sigma", "ThoughtSpot", "Grafana"].map {
        Shape.Word(text: $0, lines: .since(1, 9))
      }
      + ["Hex", "Ssrs", "SapS4Hana"].map { Shape.Word(text: $0, lines: .since(1, 13)) }
      + [Shape.Word(text: "Omni", lines: .since(2, 0))])
}
