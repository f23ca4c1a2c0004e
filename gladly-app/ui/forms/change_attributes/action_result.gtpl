{{- $result := dict -}}
{{- with .action }}{{ with .result }}{{ $result = . }}{{ end }}{{ end -}}
{{- if $result.saved -}}
  {{- /* The timeline takes HTML, and the values are whatever somebody typed. */ -}}
  {{- dict "message" "Customer profile changed" "detail" (html $result.detail) | toJson -}}
{{- else -}}
  {{- $errors := list -}}
  {{- range $result.errors }}{{ $errors = append $errors (dict "attr" .attr "detail" .detail) }}{{ end -}}
  {{- if not $errors -}}
    {{- $errors = list (dict "attr" "basis" "detail" "No answer came back. Open the form again to see what is there before you repeat it.") -}}
  {{- end -}}
  {{- dict "errors" $errors | toJson -}}
{{- end -}}
