{{- $status := int .response.statusCode -}}
{{- if ne $status 200 }}{{ fail (printf "The panel's server answered with status %d." $status) }}{{ end -}}
{{- toJson .rawData -}}
