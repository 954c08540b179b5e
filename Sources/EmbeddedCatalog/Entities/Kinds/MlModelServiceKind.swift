/// `mlmodelService`: where models come from.
struct MlModelServiceKind: EntityKind {
  let type = "mlmodelService"
  let collection = "services/mlmodelServices"

  let fields: [EntityField] =
    EntityField.base + ServiceFields.shared + [
      EntityField(
        "serviceType", .words("Mlflow", "Sklearn", "CustomMlModel", "SageMaker", "VertexAI"),
        request: .same, required: true)
    ]
}
