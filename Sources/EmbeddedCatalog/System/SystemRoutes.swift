import JSONDocuments

/// What the server says about itself: who it is to everybody, how it is to those with a token.
enum SystemRoutes {
  static func routes(version: String, startedAt: Int64) -> [Route] {
    identity(version: version, startedAt: startedAt) + statistics
  }

  private static let statistics = [
    Route("GET", "system/status") { (_, context) throws(CatalogFault) in
      .ok(try CatalogStatistics(context).validation())
    },
    Route("GET", "system/entities/count", isLong: true) { (request, context) throws(CatalogFault) in
      .ok(try CatalogStatistics(context).entities(request.include()))
    },
    Route("GET", "system/services/count", isLong: true) { (request, context) throws(CatalogFault) in
      .ok(try CatalogStatistics(context).services(request.include()))
    },
  ]

  private static func identity(version: String, startedAt: Int64) -> [Route] {
    [
      open("system/version") { _ in
        [
          "version": .string(version), "revision": "mlcatalog",
          "timestamp": .number(JSONNumber(startedAt)),
        ]
      },
      open("system/health") { _ in "OK" },
      open("system/config/jwks") { context in context.access.key.jsonWebKeySet },
      open("system/config/auth") { context in
        [
          "provider": "basic", "providerName": "", "authority": .string(context.baseURL),
          "publicKeyUrls": [.string("\(context.baseURL)/api/v1/system/config/jwks")],
          "clientId": "", "callbackUrl": "", "enableSelfSignup": false,
          "jwtPrincipalClaims": ["email", "preferred_username", "sub"],
        ]
      },
      open("system/config/authorizer") { _ in
        [
          "className": "org.openmetadata.service.security.DefaultAuthorizer",
          "containerRequestFilter": "org.openmetadata.service.security.JwtFilter",
          "principalDomain": "open-metadata.org", "adminPrincipals": ["admin"],
          "enforcePrincipalDomain": false,
        ]
      },
    ]
  }

  private static func open(
    _ path: String, _ document: @escaping @Sendable (CatalogContext) -> JSON
  ) -> Route {
    Route("GET", path, audience: .everyone) { (_, context) throws(CatalogFault) in
      .ok(document(context))
    }
  }
}
