{{- $status := int .response.statusCode -}}
{{- if eq $status 200 -}}
  {{- toJson .rawData -}}
{{- else -}}
  {{- /* Whoever answers with 5xx may have done so after the change was made. */ -}}
  {{- $detail := printf "The panel's server did not take this (status %d). Nothing was saved." $status -}}
  {{- if ge $status 500 -}}
    {{- $detail = printf "The panel's server gave no clear answer (status %d). Open the form again to see what is there before you repeat it." $status -}}
  {{- end -}}
  {{- dict "saved" false "detail" $detail "errors" (list (dict "attr" "basis" "detail" $detail)) | toJson -}}
{{- end -}}
