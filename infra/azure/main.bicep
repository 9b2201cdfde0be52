targetScope = 'resourceGroup'

@description('Name of the web app: its address is https://<name>.azurewebsites.net.')
@minLength(2)
@maxLength(60)
param name string

@description('Where the resources lie. Councils usually choose uksouth.')
param location string = resourceGroup().location

@description('The council’s name, as papers print it.')
param councilName string

@description('The council’s Entra tenant.')
param tenantId string = tenant().tenantId

@description('The app registration of the API.')
param apiClientId string

@secure()
@description('Client secret of the API’s registration.')
param apiClientSecret string

@description('The app registration of the Word pane.')
param paneClientId string

@description('The bot’s app registration.')
param botAppId string

@secure()
@description('Client secret of the bot’s registration.')
param botAppSecret string

@description('The SharePoint site that holds the records, written host:/sites/name.')
param graphSite string

@description('The link that opens an item of the plan in the tab; {item} stands for its key. Where the app has another id in the organisation’s catalogue than in its manifest, put that id.')
param tabAddress string = 'https://teams.microsoft.com/l/entity/c1ea7da5-5c0d-4e2b-9f61-7b30a4d8e916/forward-plan?context=%7B%22subEntityId%22%3A%22{place}%22%7D'

@description('The Teams channel for members: its id or its name.')
param membersChannel string

@description('The Teams channel for officers: its id or its name.')
param officersChannel string

@description('Size of the web app’s plan.')
param planSku string = 'B1'

@description('How many instances of the bot run side by side.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

var short = take(uniqueString(resourceGroup().id, name), 10)
var publicAddress = 'https://${name}.azurewebsites.net'
var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'cleardays${short}'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'cleardays-${short}'
  location: location
  properties: {
    tenantId: tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }

  resource apiSecret 'secrets' = {
    name: 'api-client-secret'
    properties: { value: apiClientSecret }
  }

  resource botSecret 'secrets' = {
    name: 'bot-app-secret'
    properties: { value: botAppSecret }
  }

  resource stateSecret 'secrets' = {
    name: 'state-storage'
    properties: {
      value: 'DefaultEndpointsProtocol=https;AccountName=${storage.name};AccountKey=${storage.listKeys().keys[0].value};EndpointSuffix=${environment().suffixes.storage}'
    }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/main.ts'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      PUBLIC_ADDRESS: publicAddress
      HOST: '0.0.0.0'
      PORT: '8080'
      COUNCIL_NAME: councilName
      ENTRA_TENANT_ID: tenantId
      ENTRA_AUTHORITY: '${environment().authentication.loginEndpoint}${tenantId}'
      API_CLIENT_ID: apiClientId
      API_CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=${vault::apiSecret.properties.secretUri})'
      PANE_CLIENT_ID: paneClientId
      PANE_SIGN_IN_METADATA: ''
      BOT_APP_ID: botAppId
      BOT_APP_SECRET: '@Microsoft.KeyVault(SecretUri=${vault::botSecret.properties.secretUri})'
      BOT_TOKEN_ISSUER: 'https://api.botframework.com'
      BOT_OPENID_METADATA: 'https://login.botframework.com/v1/.well-known/openidconfiguration'
      GRAPH_ADDRESS: 'https://graph.microsoft.com'
      GRAPH_SITE: graphSite
      OFFICE_JS_ADDRESS: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'
      TAB_ADDRESS: tabAddress
      // A file would bind the app to one instance: state lies in the storage account’s tables.
      STATE_FILE: ''
      STATE_STORAGE: '@Microsoft.KeyVault(SecretUri=${vault::stateSecret.properties.secretUri})'
      INSTANCES: string(instances)
      SENDING_PACE: '1'
      MEMBERS_CHANNEL: membersChannel
      OFFICERS_CHANNEL: officersChannel
      REFRESH_SECONDS: '60'
      TICK_SECONDS: '60'
      // A real council keeps real time.
      CLEAR_DAYS_NOW: ''
      // The package is built before it is uploaded.
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    }
    dependsOn: [readsSecrets]
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, name, secretsUser)
  properties: {
    roleDefinitionId: secretsUser
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Clear Days'
    endpoint: '${publicAddress}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: botAppId
    msaAppTenantId: tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-logs'
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
      { category: 'AppServiceHTTPLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource vaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-logs'
  properties: {
    workspaceId: logs.id
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output address string = publicAddress
output webApp string = app.name
