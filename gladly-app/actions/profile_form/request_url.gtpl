{{- $origin := "" -}}
{{- with .integration.configuration }}{{ $origin = .panelOrigin | default "" | trim | trimSuffix "/" }}{{ end -}}
{{- if not (hasPrefix "https://" $origin) }}{{ fail "The panel's address in the app's configuration must begin with https://." }}{{ end -}}
{{- $origin }}/gladly/v1/profile-form?customerId={{ urlquery .inputs.customerId -}}
