"""What Python's and NumPy's own exceptions say: one message a line, with slots for what differs.

`quotable.SLOTS` says what fits a slot, and what of it is shown. An exception whose message stands in no line costs no mark: the
page then names its type alone. Adding a line edits nothing else.
"""

PYTHON = """\
name {name} is not defined
cannot access free variable {name} where it is not associated with a value in enclosing scope
cannot access local variable {name} where it is not associated with a value
{name} object has no attribute {name}
{name} object attribute {name} is read-only
type object {name} has no attribute {name}
module {name} has no attribute {name}
partially initialized module {name} has no attribute {name} (most likely due to a circular import)
property {name} of {name} object has no setter
can't set attribute
No module named {name}
No module named {name}; {name} is not a package
cannot import name {name} from {name} ({any})
attempted relative import with no known parent package
{name} object is not callable
{name} object is not iterable
{name} object is not subscriptable
{name} object is not an iterator
{name} object does not support item assignment
{name} object does not support item deletion
{name} object does not support the context manager protocol
{name} object cannot be interpreted as an integer
{name} object can't be awaited
cannot unpack non-iterable {name} object
not enough values to unpack (expected {n}, got {n})
not enough values to unpack (expected at least {n}, got {n})
too many values to unpack (expected {n})
too many values to unpack (expected {n}, got {n})
unsupported operand type(s) for {op}: {name} and {name}
unsupported operand type(s) for ** or pow(): {name} and {name}
bad operand type for unary {op}: {name}
bad operand type for abs(): {name}
{op} not supported between instances of {name} and {name}
can only concatenate {name} (not {name}) to {name}
can't multiply sequence by non-int of type {name}
must be real number, not {name}
type {name} doesn't define __round__ method
object of type {name} has no len()
argument of type {name} is not iterable
unhashable type: {name}
{name}() takes no arguments
{name}() takes no keyword arguments
{name}() takes exactly one argument ({n} given)
{name}() takes exactly {n} arguments ({n} given)
{name}() takes at most {n} arguments ({n} given)
{name}() takes {n} positional argument but {n} were given
{name}() takes {n} positional arguments but {n} was given
{name}() takes {n} positional arguments but {n} were given
{name}() takes from {n} to {n} positional arguments but {n} was given
{name}() takes from {n} to {n} positional arguments but {n} were given
{name}() missing {n} required positional argument: {name}
{name}() missing {n} required positional arguments: {name} and {name}
{name}() missing {n} required positional arguments: {name}, {name}, and {name}
{name}() missing {n} required positional arguments: {name}, {name}, {name}, and {name}
{name}() missing {n} required keyword-only argument: {name}
{name}() missing {n} required keyword-only arguments: {name} and {name}
{name}() missing required argument {name} (pos {n})
{name}() got an unexpected keyword argument {name}
{name}() got multiple values for argument {name}
{name}() argument must be a string, a bytes-like object or a real number, not {name}
{name}() argument must be a string or a real number, not {name}
{name}() argument after * must be an iterable, not {name}
{name}() argument after ** must be a mapping, not {name}
{name}() arg is an empty sequence
{name} expected at least {n} argument, got {n}
{name} expected at most {n} argument, got {n}
{name} expected at least {n} arguments, got {n}
{name} expected at most {n} arguments, got {n}
{name} expected {n} argument, got {n}
{name} expected {n} arguments, got {n}
{name} is an invalid keyword argument for {name}()
isinstance() arg 2 must be a type, a tuple of types, or a union
range() arg 3 must not be zero
__init__() should return None, not {name}
Can't instantiate abstract class {name} with abstract method {name}
Can't instantiate abstract class {name} with abstract methods {name}
super(): no arguments
super(type, obj): obj must be an instance or subtype of type
exceptions must derive from BaseException
No active exception to reraise
catching classes that do not inherit from BaseException is not allowed
list index out of range
list assignment index out of range
tuple index out of range
string index out of range
range object index out of range
list indices must be integers or slices, not {name}
tuple indices must be integers or slices, not {name}
string indices must be integers, not {name}
slice indices must be integers or None or have an __index__ method
pop from empty list
pop from an empty deque
pop from an empty set
list.remove(x): x not in list
{any} is not in list
substring not found
dictionary changed size during iteration
dictionary keys changed during iteration
dictionary update sequence element #{n} has length {n}; {n} is required
cannot convert dictionary update sequence element #{n} to a sequence
division by zero
float division by zero
float modulo
integer division or modulo by zero
integer modulo by zero
0.0 cannot be raised to a negative power
complex division by zero
math domain error
math range error
(34, 'Numerical result out of range')
cannot convert float NaN to integer
cannot convert float infinity to integer
int too large to convert to float
integer division result too large for a float
Python int too large to convert to C long
invalid literal for int() with base {n}: {any}
could not convert string to float: {any}
Exceeds the limit ({n} digits) for integer string conversion: value has {n} digits; use sys.set_int_max_str_digits() to increase the limit
maximum recursion depth exceeded
maximum recursion depth exceeded in comparison
maximum recursion depth exceeded while calling a Python object
maximum recursion depth exceeded in __instancecheck__
can't start new thread
generator already executing
generator raised StopIteration
generator ignored GeneratorExit
not all arguments converted during string formatting
not enough arguments for format string
{any} format: a real number is required, not {name}
unsupported format string passed to {name}.__format__
Unknown format code {any} for object of type {name}
Replacement index {n} out of range for positional args tuple
sequence item {n}: expected str instance, {name} found
{any} codec can't decode byte {any} in position {n}: {any}
{any} codec can't encode character {any} in position {n}: {any}
{any} codec can't encode characters in position {any}: {any}
object {name} can't be used in 'await' expression
[Errno {n}] No such file or directory
[Errno {n}] No such file or directory: {text}
[Errno {n}] Permission denied
[Errno {n}] Permission denied: {text}
[Errno {n}] Operation not permitted
[Errno {n}] Operation not permitted: {text}
[Errno {n}] File exists: {text}
[Errno {n}] Is a directory: {text}
[Errno {n}] Not a directory: {text}
[Errno {n}] Read-only file system: {text}
[Errno {n}] File too large
[Errno {n}] No space left on device
[Errno {n}] Too many open files
[Errno {n}] Too many open files: {text}
[Errno {n}] Temporary failure in name resolution
[Errno {n}] Network is unreachable
<urlopen error [Errno {n}] Operation not permitted>
<urlopen error [Errno {n}] Temporary failure in name resolution>
shell commands don't run while a notebook is graded
EOF when reading a line
Cannot choose from an empty sequence
Sample larger than population or is negative
empty range for randrange()
invalid syntax
invalid syntax. Perhaps you forgot a comma?
invalid syntax. Maybe you meant '==' or ':=' instead of '='?
invalid character {any}
invalid non-printable character {any}
invalid decimal literal
invalid imaginary literal
leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
unexpected indent
unindent does not match any outer indentation level
inconsistent use of tabs and spaces in indentation
unexpected character after line continuation character
unexpected EOF while parsing
unterminated string literal (detected at line {n})
unterminated triple-quoted string literal (detected at line {n})
unterminated f-string literal (detected at line {n})
expected an indented block
expected an indented block after {words} on line {n}
expected an indented block after {words} in line {n}
expected {op}
expected 'except' or 'finally' block
{op} was never closed
unmatched {op}
closing parenthesis {op} does not match opening parenthesis {op}
closing parenthesis {op} does not match opening parenthesis {op} on line {n}
cannot assign to {words}
cannot assign to {words} here. Maybe you meant '==' instead of '='?
cannot assign to attribute here. Maybe you meant '==' instead of '='?
cannot delete {words}
{words} is an illegal expression for augmented assignment
'return' outside function
'yield' outside function
'await' outside function
'break' outside loop
'continue' not properly in loop
positional argument follows keyword argument
positional argument follows keyword argument unpacking
keyword argument repeated: {name}
duplicate argument {name} in function definition
non-default argument follows default argument
named arguments must follow bare *
name {name} is used prior to global declaration
name {name} is assigned to before global declaration
name {name} is parameter and global
no binding for nonlocal {name} found
Missing parentheses in call to 'print'. Did you mean print(...)?
f-string: expecting '}}'
f-string: empty expression not allowed
f-string: single '}}' is not allowed
f-string: invalid syntax
Generator expression must be parenthesized
source code string cannot contain null bytes
"""

NUMPY = """\
operands could not be broadcast together with shapes {shapes}
operands could not be broadcast together with remapped shapes [original->remapped]: {shapes}
operands could not be broadcast together with remapped shapes [original->remapped]: {shapes} and requested shape {shape}
non-broadcastable output operand with shape {shape} doesn't match the broadcast shape {shape}
could not broadcast input array from shape {shape} into shape {shape}
shapes {shape} and {shape} not aligned: {n} (dim {n}) != {n} (dim {n})
{name}: Input operand {n} has a mismatch in its core dimension {n}, with gufunc signature {signature} (size {n} is different from {n})
{name}: Input operand {n} does not have enough dimensions (has {n}, gufunc core with signature {signature} requires {n})
cannot reshape array of size {n} into shape {shape}
can only specify one unknown dimension
cannot resize this array: it does not own its data
index {any} is out of bounds for axis {n} with size {n}
index {any} is out of bounds for size {n}
too many indices for array: array is {n}-dimensional, but {n} were indexed
only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
arrays used as indices must be of integer (or boolean) type
only integer scalar arrays can be converted to a scalar index
an index can only have a single ellipsis ('...')
invalid index to scalar variable.
boolean index did not match indexed array along axis {n}; size of axis is {n} but size of corresponding boolean axis is {n}
boolean index did not match indexed array along dimension {n}; dimension is {n} but corresponding boolean dimension is {n}
NumPy boolean array indexing assignment cannot assign {n} input values to the {n} output values where the mask is true
shape mismatch: indexing arrays could not be broadcast together with shapes {shapes}
shape mismatch: value array of shape {shape} could not be broadcast to indexing result of shape {shape}
shape mismatch: objects cannot be broadcast to a single shape. Mismatch is between arg {n} with shape {shape} and arg {n} with shape {shape}.
axis {axis} is out of bounds for array of dimension {n}
{name}: axis {axis} is out of bounds for array of dimension {n}
{name}: Input operand {n} does not have enough dimensions
duplicate value in 'axis'
axes don't match array
repeated axis in transpose
cannot select an axis to squeeze out which has size not equal to one
setting an array element with a sequence.
setting an array element with a sequence. The requested array has an inhomogeneous shape after {n} dimensions. The detected shape was {shape} + inhomogeneous part.
The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.
only 0-dimensional arrays can be converted to Python scalars
only length-1 arrays can be converted to Python scalars
can only convert an array of size 1 to a Python scalar
iteration over a 0-d array
len() of unsized object
cannot delete array elements
assignment destination is read-only
output array is read-only
all the input arrays must have same number of dimensions, but the array at index {n} has {n} dimension(s) and the array at index {n} has {n} dimension(s)
all the input array dimensions except for the concatenation axis must match exactly, but along dimension {n}, the array at index {n} has size {n} and the array at index {n} has size {n}
all input arrays must have the same shape
zero-dimensional arrays cannot be concatenated
need at least one array to concatenate
need at least one array to stack
zero-size array to reduction operation {name} which has no identity
attempt to get {name} of an empty sequence
negative dimensions are not allowed
array split does not result in an equal division
index can't contain negative values
repeats may not contain negative values.
operands could not be broadcast together with shape {shape} {shape}
einstein sum subscripts string contains too many subscripts for operand {n}
operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.
einstein sum subscripts string included output subscript {name} which never appeared in an input
einstein sum subscripts string includes output subscript {name} multiple times
fewer operands provided to einstein sum function than specified in the subscripts string
more operands provided to einstein sum function than specified in the subscripts string
Cannot cast ufunc {name} output from {dtype} to {dtype} with casting rule {name}
Cannot cast ufunc {name} input {n} from {dtype} to {dtype} with casting rule {name}
Cannot cast array data from {dtype} to {dtype} according to the rule {name}
ufunc {name} did not contain a loop with signature matching types ({dtype}, {dtype}) -> None
ufunc {name} did not contain a loop with signature matching types {dtype} -> None
ufunc {name} not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''
loop of ufunc does not support argument {n} of type {name} which has no callable {name} method
The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.
numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.
Integers to negative integer powers are not allowed.
data type {text} not understood
Cannot interpret {any} as a data type
Converting {any} to a ctypes type
invalid type promotion
either both or neither of x and y should be given
list of cases must be same length as list of conditions
Input must be 1- or 2-d.
diag requires an array of at least two dimensions
Improper number of dimensions to norm.
object too deep for desired array
object of too small depth for desired array
'list' argument must have no negative elements
Singular matrix
Last {n} dimensions of the array must be square
{n}-dimensional array given. Array must be at least two-dimensional
{n}-dimensional array given. Array must be two-dimensional
Array must not contain infs or NaNs
Eigenvalues did not converge
SVD did not converge
module {name} has no attribute {name}
`{name}` was removed in the NumPy {any}
a must be 1-dimensional
a must be 1-dimensional or an integer
a must be greater than 0 unless no samples are taken
a cannot be empty unless no samples are taken
probabilities do not sum to 1
probabilities are not non-negative
probabilities contain NaN
'p' must be 1-dimensional
'a' and 'p' must have same size
a and p must have same size
Cannot take a larger sample than population when 'replace=False'
Cannot take a larger sample than population when replace is False
Fewer non-zero entries in p than size
low >= high
low > high
high <= 0
low is out of bounds for {name}
high is out of bounds for {name}
scale < 0
Range exceeds valid bounds
Output size {shape} is not compatible with broadcast dimensions of inputs {shape}.
Seed must be between 0 and 2**32 - 1
Unable to allocate {any} for an array with shape {shape} and data type {name}
invalid value encountered in {name}
divide by zero encountered in {name}
overflow encountered in {name}
underflow encountered in {name}
"""
