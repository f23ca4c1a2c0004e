import { InvalidEdits } from '#src/contract/edits.ts';
import { JsonError } from '#src/contract/json/JsonError.ts';
import { GladlyError } from '#src/gladly/GladlyError.ts';
import { ApiProblem } from './ApiProblem.ts';

const secondsUntilGladlyCountsAnew = 1;

function fromGladly({ fault, fields }: GladlyError): ApiProblem {
  switch (fault) {
    case 'not_found':
      return new ApiProblem('not_found', 'Gladly has no customer with this id.');
    case 'moved':
      return new ApiProblem(
        'moved',
        'This profile was merged into another one.',
        fields.movedTo === undefined ? {} : { movedTo: fields.movedTo },
      );
    case 'rate_limited':
      return new ApiProblem('rate_limited', 'Gladly takes no more requests for the moment.', {
        retryAfter: fields.retryAfter ?? secondsUntilGladlyCountsAnew,
      });
    case 'credentials':
      return new ApiProblem(
        'upstream_unavailable',
        'Gladly refused the credentials of this server. Whoever runs it must check them.',
      );
    case 'invalid':
    case 'taken':
    case 'unclear':
      return new ApiProblem('upstream_unavailable', 'Gladly gave no usable answer. Try again.');
  }
}

/** The problem that any error stands for; what nobody expected says nothing of its cause. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof GladlyError) return fromGladly(error);
  if (error instanceof InvalidEdits)
    return new ApiProblem('invalid', 'The list of edits has errors.', { errors: error.errors });
  if (error instanceof JsonError)
    return new ApiProblem('bad_request', `The body is not acceptable JSON. ${error.message}`);
  return new ApiProblem('internal', 'This is a fault of the server. It has been logged.');
}
