{{- $secret := "" -}}
{{- with .integration.secrets }}{{ $secret = .appSecret | default "" | trim }}{{ end -}}
{{- if not $secret }}{{ fail "This app has no secret yet: enter it in the app's configuration." }}{{ end -}}
Bearer {{ $secret -}}
