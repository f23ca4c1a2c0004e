{{- $form := dict -}}
{{- with .actions }}{{ with .profileForm }}{{ $form = . }}{{ end }}{{ end -}}
{{- $sections := list -}}
{{- range $form.fields -}}
  {{- $input := dict "type" "text" "placeholder" "Leave empty to keep it as it is" "optional" true -}}
  {{- if .options -}}
    {{- $options := list -}}
    {{- range .options }}{{ $options = append $options (dict "text" .text "value" .value) }}{{ end -}}
    {{- $input = dict "type" "select" "placeholder" "Leave as it is" "options" $options "optional" true -}}
  {{- end -}}
  {{- $section := dict "type" "input" "label" .label "attr" .attr "hint" .hint "input" $input -}}
  {{- if .value }}{{ $_ := set $section "defaultValue" .value }}{{ end -}}
  {{- $sections = append $sections $section -}}
{{- end -}}
{{- $result := dict "title" "Change customer profile" "closeButton" "Close" -}}
{{- if $sections -}}
  {{- /* The agent's choice of the one option sends back what the form was made from. */ -}}
  {{- $options := list (dict "text" $form.readAt "value" $form.basis) -}}
  {{- $input := dict "type" "select" "placeholder" "Choose to confirm" "options" $options "optional" false -}}
  {{- $sections = append $sections (dict "type" "input" "label" "Compared with" "attr" "basis" "defaultValue" $form.basis "input" $input "hint" "If somebody changed one of these values since, nothing is saved and you are told.") -}}
  {{- $_ := set $result "submitButton" "Save" -}}
{{- else if not $form.profileUrl -}}
  {{- $sections = append $sections (dict "type" "text" "text" "The profile could not be read. Close this form and open it again.") -}}
{{- else if not $form.mayWrite -}}
  {{- $sections = append $sections (dict "type" "text" "text" "Changing attributes from here is turned off.") -}}
{{- else -}}
  {{- $sections = append $sections (dict "type" "text" "text" "No attribute can be changed here.") -}}
{{- end -}}
{{- with $form.profileUrl -}}
  {{- $sections = append $sections (dict "type" "text" "text" (printf "To change other attributes, longer values or to remove one, open the panel: %s" .)) -}}
{{- end -}}
{{- $_ := set $result "sections" $sections -}}
{{- toJson $result -}}
