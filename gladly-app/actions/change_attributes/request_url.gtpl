{{- $origin := "" -}}
{{- with .integration.configuration }}{{ $origin = .panelOrigin | default "" | trim | trimSuffix "/" }}{{ end -}}
{{- if not (hasPrefix "https://" $origin) }}{{ fail "The panel's address in the app's configuration must begin with https://." }}{{ end -}}
{{- printf "%s/gladly/v1/attribute-changes" $origin -}}
