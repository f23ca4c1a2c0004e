{{- $id := "" -}}
{{- with .customer }}{{ $id = .id | default "" }}{{ end -}}
{{- if not $id }}{{ stop "Gladly named no customer, so there is no profile to summarize." }}{{ end -}}
{{- $origin := "" -}}
{{- with .integration.configuration }}{{ $origin = .panelOrigin | default "" | trim | trimSuffix "/" }}{{ end -}}
{{- if not (hasPrefix "https://" $origin) }}{{ fail "The panel's address in the app's configuration must begin with https://." }}{{ end -}}
{{- $origin }}/gladly/v1/profile-summary?customerId={{ urlquery $id -}}
