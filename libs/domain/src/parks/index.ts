export { assertMoved, assertValidity, isOffered, type TreeNode, type Validity } from './validity.js';
